using System.CommandLine;
using Konon.Ledger.Review;
using Konon.Store.Review;

namespace Konon.Cli;

/// <summary><c>konon review</c>: what people decide on what the machine found.</summary>
internal static class ReviewCommand
{
    private static readonly Option<string> As = new("--as") { Description = "Who decides", Required = true, HelpName = "name" };
    private static readonly Option<string?> Why = new("--why") { Description = "Why", HelpName = "reason" };
    private static readonly Option<string?> Seen = new("--seen")
    {
        Description = "The last decision that you saw on it, or none: where another one came since, nothing is decided",
        HelpName = "id",
    };

    public static Command New(Terminal terminal)
    {
        var command = new Command(
            "review", "Confirms, rejects and corrects what the machine found. Every decision is kept and can be undone.")
        {
            OnClaim("confirm", "The claim is right.", DecisionAction.Confirm, terminal),
            OnClaim("reject", "The claim is wrong; it is listed only where rejected ones are asked for.", DecisionAction.Reject, terminal),
            OnClaim("reset", "The claim is as the machine read it again, and suggested.", DecisionAction.Reset, terminal),
            Correct(terminal),
            Merge(terminal),
            Split(terminal),
            Undo(terminal),
            ReviewLists.Queue(terminal),
            ReviewLists.Log(terminal),
        };
        HelpWithExamples.Add(command, "konon review list", "konon review log");
        return command;
    }

    private static Command OnClaim(string name, string description, DecisionAction action, Terminal terminal)
    {
        var claim = new Argument<string>("CLAIM") { Description = "The claim's id, or enough of its start" };
        var command = new Command(name, description) { claim };
        Decides(command, parsed => [Request(parsed) with { Action = action, Target = parsed.GetValue(claim)! }], terminal);
        HelpWithExamples.Add(command, $"konon review {name} 0123456789abcdef --as rani --why \"compared with the recording\"");
        return command;
    }

    private static Command Correct(Terminal terminal)
    {
        var claim = new Argument<string>("CLAIM") { Description = "The claim's id, or enough of its start" };
        var field = new Argument<string>("FIELD")
        {
            Description = "One of " + string.Join(", ", ClaimField.All) + "; speaker.2.name and figure.2.value name the second one",
        };
        var value = new Argument<string>("VALUE") { Description = "The value, as konon extract prints it; \"\" for none" };
        var command = new Command("correct", "Gives one field of a claim another value.") { claim, field, value };
        Decides(
            command,
            parsed =>
            [
                Request(parsed) with
                {
                    Action = DecisionAction.Correct,
                    Target = parsed.GetValue(claim)!,
                    Field = parsed.GetValue(field),
                    Value = parsed.GetValue(value),
                },
            ],
            terminal);
        HelpWithExamples.Add(
            command,
            "konon review correct 0123456789abcdef stance doubts --as rani",
            "konon review correct 0123456789abcdef speaker.party ID --as rani --why \"speaks for the ministry\"");
        return command;
    }

    private static Command Merge(Terminal terminal)
    {
        var one = new Argument<string>("ONE") { Description = "What becomes part of the other: a speaker's id or name, or CLAIM#2 for a figure" };
        var other = new Argument<string>("OTHER") { Description = "What it becomes part of" };
        var story = new Option<bool>("--story") { Description = "They are stories: an id, an article's id or address, or words of the name" };
        var command = new Command("merge", "Two speakers, two figures, or two stories are one.") { one, other, story };
        Decides(
            command,
            parsed =>
            [
                Request(parsed) with
                {
                    Action = DecisionAction.Merge,
                    On = parsed.GetValue(story) ? DecisionTarget.Story : KindOf(parsed.GetValue(one)!),
                    Target = parsed.GetValue(one)!,
                    Other = parsed.GetValue(other),
                },
            ],
            terminal,
            story);
        HelpWithExamples.Add(
            command,
            "konon review merge \"Doni Prakoso\" \"Rina Astuti\" --as rani --why \"an example; two spellings of one name are usual\"",
            "konon review merge --story coverage/a.txt coverage/b.txt --as rani --why \"one bridge\"");
        return command;
    }

    private static Command Split(Terminal terminal)
    {
        var thing = new Argument<string[]>("ONE")
        {
            Description = "What stands apart: a speaker's id or name, or CLAIM#2 for a figure; with --name, claims of another speaker of that name; "
                + "with --story, articles: their ids or addresses",
            Arity = ArgumentArity.OneOrMore,
        };
        var name = new Option<string?>("--name") { Description = "The claims' speaker is another person, to be called so", HelpName = "name" };
        var ordinal = new Option<int>("--speaker") { Description = "Which of the claims' speakers", HelpName = "n", DefaultValueFactory = _ => 1 };
        var command = new Command(
            "split",
            "Takes a speaker or a figure out of those it was merged with, articles out of their story, "
            + "or gives claims to another speaker of the same name.") { thing };
        var story = new Option<bool>("--story") { Description = "The articles leave their story and are one of their own" };
        command.Options.Add(name);
        command.Options.Add(ordinal);
        command.Options.Add(story);
        Decides(
            command,
            parsed => parsed.GetValue(story) ? [OfArticles(Request(parsed), parsed.GetValue(thing)!)] : parsed.GetValue(thing)!.Select(target => parsed.GetValue(name) is { } called
                ? Request(parsed) with { Action = DecisionAction.Split, Target = target, Field = Named(parsed.GetValue(ordinal)), Value = called }
                : Request(parsed) with { Action = DecisionAction.Split, On = KindOf(target), Target = target }),
            terminal,
            story);
        HelpWithExamples.Add(
            command,
            "konon review split 0123456789abcdef --name \"Rina Astuti (BPBD)\" --as rani",
            "konon review split --story coverage/c.txt --as rani --why \"another bridge\"");
        return command;
    }

    private static Command Undo(Terminal terminal)
    {
        var decision = new Argument<string>("DECISION") { Description = "The decision's id, or enough of its start; konon review log lists them" };
        var command = new Command("undo", "An earlier decision no longer counts. That is a decision, too, and can be undone.") { decision };
        Decides(command, parsed => [Request(parsed) with { Action = DecisionAction.Undo, Target = parsed.GetValue(decision)! }], terminal);
        HelpWithExamples.Add(command, "konon review undo fedcba9876543210 --as rani");
        return command;
    }

    private static DecisionRequest OfArticles(DecisionRequest request, string[] articles) => request with
    {
        Action = DecisionAction.Split,
        On = DecisionTarget.Story,
        Target = articles[0],
        Together = articles[1..],
    };

    private static string Named(int speaker) => new ClaimField(ClaimPart.Speaker, speaker, "name").ToString();

    private static DecisionTarget KindOf(string target) =>
        target.Contains('#', StringComparison.Ordinal) ? DecisionTarget.Figure : DecisionTarget.Speaker;

    private static DecisionRequest Request(ParseResult parsed) => new()
    {
        By = parsed.GetValue(As)!,
        Why = parsed.GetValue(Why),
        Seen = parsed.GetValue(Seen),
        Action = DecisionAction.Confirm,
        Target = "",
    };

    private static void Decides(Command command, Func<ParseResult, IEnumerable<DecisionRequest>> requests, Terminal terminal, Option<bool>? onStories = null)
    {
        foreach (var option in (Option[])[As, Why, Seen]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            if (string.IsNullOrWhiteSpace(parsed.GetValue(As)))
            {
                terminal.Error.WriteLine("konon: --as: who decides");
                return ExitCode.WrongUsage;
            }

            using var store = LedgerArguments.Open(parsed);
            if (onStories is not null && parsed.GetValue(onStories)) StoriesCommand.Settle(store, terminal);
            var code = ExitCode.AllRead;
            foreach (var request in requests(parsed)) code = Math.Max(code, ReviewPrinting.Print(request, store.Decide(request), terminal));
            return code;
        });
    }
}
