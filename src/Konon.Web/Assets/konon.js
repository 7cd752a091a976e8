// Keys for those who read much: j and k move between items, o or Enter opens one, / goes to the search field.
// Everything works without this file.
(() => {
  const typing = element => element.closest("input, textarea, select, [contenteditable]") !== null;
  const items = () => [...document.querySelectorAll("[data-item], .claims li, .list > li, tbody tr[tabindex]")];
  const move = step => {
    const all = items();
    if (all.length === 0) return;
    const here = all.findIndex(item => item.contains(document.activeElement));
    const next = all[Math.min(all.length - 1, Math.max(0, here + step))];
    if (!next.hasAttribute("tabindex")) next.setAttribute("tabindex", "-1");
    next.focus();
    next.scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "o") document.activeElement?.querySelector("a[href]")?.click();
    else if (event.key === "/") document.querySelector("input[type=search]")?.focus();
    else return;
    event.preventDefault();
  });
})();
