// Keys for those who read much: j and k move between items, o or Enter opens one, / goes to the search field, ? shows the keys.
// Other letters press what the item, or else the page, marks with data-key: f, m and v, and y, x, e and u of the review.
// Everything works without this file.
(() => {
  const each = "[data-item], .claims li";
  const typing = element => element.closest("input, textarea, select, [contenteditable]") !== null;
  const current = () => document.activeElement?.closest(each) ?? null;
  const show = item => {
    if (!item.hasAttribute("tabindex")) item.setAttribute("tabindex", "-1");
    item.focus();
    item.scrollIntoView({ block: "nearest" });
  };
  const move = step => {
    const all = [...document.querySelectorAll(each)].filter(item => item.offsetParent !== null);
    if (all.length === 0) return;
    const here = all.indexOf(current());
    show(all[Math.min(all.length - 1, Math.max(0, here + step))]);
  };
  // Of an item what it has itself; what stands in another item is never pressed from afar.
  const keyed = key => {
    const within = current()?.querySelector(`[data-key="${key}"]`);
    // The page's own comes behind that of every page.
    return within ?? [...document.querySelectorAll(`[data-key="${key}"]`)].findLast(element => element.closest(each) === null);
  };
  const help = () => {
    const keys = document.getElementById("keys");
    if (keys === null) return;
    keys.open = !keys.open;
    keys.querySelector("summary").focus();
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (typing(event.target)) {
      if (event.key === "Escape") event.target.blur();
      return;
    }
    const item = current();
    if (event.key === "j") move(1);
    else if (event.key === "k") move(-1);
    else if (event.key === "/") document.querySelector("input[type=search]")?.focus();
    else if (event.key === "?") help();
    else if (event.key === "o" || (event.key === "Enter" && item === document.activeElement)) {
      (keyed("o") ?? item?.querySelector("a[href]"))?.click();
    } else if (/^[a-z]$/.test(event.key)) {
      const pressed = keyed(event.key) ?? document.querySelector(`[data-focus="${event.key}"]`);
      if (!pressed) return;
      if (pressed.hasAttribute("data-focus")) pressed.focus();
      else pressed.click();
    } else return;
    event.preventDefault();
  });
  // After a decision the next item is where one goes on.
  const target = location.hash.length > 1 ? document.getElementById(decodeURIComponent(location.hash.slice(1))) : null;
  if (target?.matches(each)) show(target);
  else if (target?.id === "edit") target.querySelector("select, input:not([type=hidden])")?.focus();
})();
