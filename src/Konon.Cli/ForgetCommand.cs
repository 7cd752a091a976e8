using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Konon.Store;
using Konon.Store.Forgetting;
using Konon.Views;

namespace Konon.Cli;

/// <summary><c>konon forget</c>: erases an article or a speaker everywhere.</summary>
internal static class ForgetCommand
{
    public static Command New(Terminal terminal)
    {
        var target = new Argument<string>("ARTICLE|ADDRESS|SPEAKER")
        {
            Description = "An article by address, id, row's id or input; else a speaker by id or name",
        };
        var why = new Option<string>("--why")
        {
            Description = "The reason; it stays when the rest is gone, so name nobody in it",
            Required = true,
            HelpName = "reason",
        };
        var yes = new Option<bool>("--yes", "-y") { Description = "Do not ask" };
        var dry = new Option<bool>("--dry-run") { Description = "Say what would go, and erase nothing" };
        var format = new Option<string>("--format", "-f") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command(
            "forget",
            "Erases an article, or a speaker with every article that holds the name: words, kept bytes and decisions, everywhere. "
                + "It is not read in again.");
        command.Arguments.Add(target);
        foreach (var option in (Option[])[why, yes, dry, format]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed);
            var request = new Request(
                parsed.GetValue(target)!, parsed.GetValue(why)!, parsed.GetValue(yes), parsed.GetValue(dry), parsed.GetValue(format)!);
            return Run(store, request, terminal);
        });
        HelpWithExamples.Add(
            command,
            "konon forget coverage/a.txt --why \"takedown request\" --dry-run",
            "konon forget \"Rina Astuti\" --why \"request under data-protection law\" --dry-run",
            "konon forget coverage/b.txt --why \"wrong person\" --yes",
            "konon forget https://outlet.example/berita/1 --why \"takedown request\" --yes");
        return command;
    }

    private static int Run(LedgerStore store, Request request, Terminal terminal)
    {
        if (string.IsNullOrWhiteSpace(request.Why)) return Refuse(terminal, "--why: a reason", ExitCode.WrongUsage);
        if (!store.FinishForgetting()) Say(terminal, "an earlier forgetting is not finished: another program reads the ledger");
        if (store.TryPlanForgetting(request.Target, out var plan) is { } refusal)
        {
            return Refuse(terminal, Words(refusal, request.Target), ExitCode.NothingRead);
        }
        if (!request.Dry && !request.Yes && !Asked(plan!, terminal, out var code)) return code;
        if (!request.Dry && store.TryForget(request.Target, request.Why, out plan) is { } late)
        {
            return Refuse(terminal, Words(late, request.Target), ExitCode.NothingRead);
        }
        Print(plan!, request, terminal);
        if (plan!.SameText.Count > 0) Say(terminal, "the same text stands in other bytes and stays: " + string.Join(", ", plan.SameText));
        if (plan.Kind == ForgetKind.Speaker && plan.Names.All(name => !name.Trim().Contains(' ', StringComparison.Ordinal)))
        {
            Say(terminal, "a name of one word is looked for among speakers alone, not in the texts");
        }

        if (request.Dry || store.FinishForgetting()) return ExitCode.AllRead;
        Say(
            terminal,
            store.OwnsFiles
                ? "the words are still in the file's log because another program reads the ledger; konon forget finishes it on its next run"
                : "the words are still in the server's files; the ledger's owner ends it by any konon forget, while nobody reads an old state");
        return ExitCode.SomeRefused;
    }

    private static bool Asked(ForgetPlan plan, Terminal terminal, out int code)
    {
        code = ExitCode.NothingRead;
        if (Console.IsInputRedirected)
        {
            code = Refuse(
                terminal, "nobody is there to ask; --yes erases without asking, --dry-run says what would go", ExitCode.WrongUsage);
            return false;
        }

        terminal.Error.WriteLine("konon: this would erase " + Summary(plan) + ", and cannot be undone.");
        terminal.Error.Write("konon: erase? [yes/no] ");
        return Console.In.ReadLine()?.Trim() is "yes" or "ya";
    }

    private static void Print(ForgetPlan plan, Request request, Terminal terminal)
    {
        using var page = terminal.NewPage();
        if (request.Format == "text")
        {
            page.WriteLine((request.Dry ? "would erase " : "erased ") + Summary(plan));
            foreach (var article in plan.Articles)
            {
                var name = request.Dry
                    ? " " + PlainText.OneLine(article.Title ?? "") + (article.Outlet is { } outlet ? " · " + PlainText.OneLine(outlet) : "")
                    : "";
                page.WriteLine("  " + article.Id + name + (article.IsWhole ? "" : " (versions with the same bytes)"));
            }

            return;
        }

        using (var json = new Utf8JsonWriter(terminal.Output))
        {
            json.WriteStartObject();
            json.WriteBoolean("dry_run"u8, request.Dry);
            json.WriteString("kind"u8, plan.Kind == ForgetKind.Speaker ? "speaker" : "article");
            json.WriteNumber("documents"u8, plan.Documents);
            json.WriteNumber("claims"u8, plan.Claims);
            json.WriteNumber("decisions"u8, plan.Decisions);
            json.WriteStartArray("articles"u8);
            foreach (var article in plan.Articles) json.WriteStringValue(article.Id);
            json.WriteEndArray();
            json.WriteStartArray("same_text"u8);
            foreach (var article in plan.SameText) json.WriteStringValue(article);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        terminal.Output.WriteByte((byte)'\n');
    }

    private static string Summary(ForgetPlan plan) => string.Create(
        CultureInfo.InvariantCulture,
        $"{plan.Articles.Count} articles, {plan.Documents} documents, {plan.Claims} claims, {plan.Decisions} decisions");

    private static string Words(ForgetRefusal refusal, string target) => refusal == ForgetRefusal.Ambiguous
        ? $"more than one speaker is called {target}; give the id"
        : $"the ledger has no article and no speaker called {target}";

    private static int Refuse(Terminal terminal, string why, int code)
    {
        Say(terminal, why);
        return code;
    }

    private static void Say(Terminal terminal, string words) => terminal.Error.WriteLine("konon: " + PlainText.OneLine(words));

    private sealed record Request(string Target, string Why, bool Yes, bool Dry, string Format);
}
