using System.Globalization;
using Konon.Ledger.Review;
using Konon.Store;
using Konon.Store.Review;
using Konon.Web.Http;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Konon.Web.Review;

/// <summary>Answers for review in the browser; mapped only where the server reviews.</summary>
internal static class ReviewRoutes
{
    private const int QueueLength = 20;
    private const int LongestQueue = 60;
    private const int LogLength = 50;
    private const int LongestLog = 500;

    public static void MapReview(this IEndpointRouteBuilder app)
    {
        app.MapGet("/review", Queue);
        app.MapGet("/review/log", Log);
        app.MapGet("/review/merge", Merge);
        app.MapPost("/review/sign-in", SignIn);
        app.MapPost("/review/sign-out", SignOut);
        app.MapPost("/review/decide", Decide);
    }

    private static IResult Queue(LedgerStore store, HttpContext context)
    {
        var desk = ReviewDesk.Of(context)!;
        if (desk.By is null) return SignInPage(context, desk, Here(context), failed: false);
        var state = Ask.Text(context, "state") ?? "suggested";
        var query = new ReviewQuery
        {
            State = state == "all" ? null : ReviewForm.Named<ReviewState>(state, DecisionNames.Of) ?? ReviewState.Suggested,
            Speaker = Ask.Text(context, "speaker"),
            Party = Ask.Text(context, "party"),
            Stance = Ask.Text(context, "stance"),
            Outlet = Ask.Text(context, "outlet"),
            Since = Text.IsoDay.Of(Ask.Day(context, "since")),
            Limit = Ask.Number(context, "limit", QueueLength, LongestQueue),
        };
        return WebPages.Page<QueuePage>(new
        {
            Entries = QueueEntry.Of(store, store.ReviewQueue(query)),
            Query = query,
            Desk = desk,
            Words = WebWords.Of(context),
            Back = Here(context),
            Done = Done(store, desk.By, context),
            Same = Ask.Text(context, "same") is not null,
        });
    }

    private static IResult Log(LedgerStore store, HttpContext context)
    {
        var desk = ReviewDesk.Of(context)!;
        if (desk.By is null) return SignInPage(context, desk, Here(context), failed: false);
        var limit = Ask.Number(context, "limit", LogLength, LongestLog);
        var twice = Math.Min(LongestLog, limit * 2).ToString(CultureInfo.InvariantCulture);
        return WebPages.Page<LogPage>(new
        {
            Decisions = store.Decisions(
                new DecisionQuery { By = Ask.Text(context, "by"), Target = Ask.Text(context, "target"), Limit = limit }),
            Limit = limit,
            Desk = desk,
            Words = WebWords.Of(context),
            Back = Here(context),
            More = limit < LongestLog ? Ask.With(context, "limit", twice) : null,
        });
    }

    private static IResult Merge(LedgerStore store, HttpContext context)
    {
        var desk = ReviewDesk.Of(context)!;
        if (desk.By is null) return SignInPage(context, desk, Here(context), failed: false);
        return WebPages.Page<MergePage>(new
        {
            On = Ask.Text(context, "on") ?? "speaker",
            One = Ask.Text(context, "one"),
            Desk = desk,
            Words = WebWords.Of(context),
            Done = Done(store, desk.By, context),
            Same = Ask.Text(context, "same") is not null,
        });
    }

    private static async Task<IResult> SignIn(HttpContext context, ReviewSession session, IAntiforgery antiforgery)
    {
        var desk = ReviewDesk.Of(context)!;
        if (await FormOf(context, antiforgery) is not { } form) return SignInPage(context, desk, "/review", failed: true);
        var back = ReviewForm.Local(form["back"].ToString());
        return session.TrySignIn(context, form["name"].ToString())
            ? SeeOther(context, back)
            : SignInPage(context, desk, back, failed: true);
    }

    private static async Task<IResult> SignOut(HttpContext context, IAntiforgery antiforgery)
    {
        if (await FormOf(context, antiforgery) is not null) ReviewSession.SignOut(context);
        return SeeOther(context, "/");
    }

    private static async Task<IResult> Decide(HttpContext context, LedgerStore store, IAntiforgery antiforgery)
    {
        var desk = ReviewDesk.Of(context)!;
        if (!context.Request.HasFormContentType) return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var isOurs = await FormOf(context, antiforgery) is not null;
        var form = ReviewForm.Of(await context.Request.ReadFormAsync(context.RequestAborted));
        // What was filled in is shown again, to be sent once more, where the token or the session is too old.
        if (!isOurs || desk.By is null) return Refused(context, desk, form, "token", null, StatusCodes.Status400BadRequest);
        if (!form.TryRead(desk.By, out var request)) return Refused(context, desk, form, "field", null, StatusCodes.Status400BadRequest);
        var outcome = store.Decide(request);
        if (outcome.Made is not null && request.On == DecisionTarget.Story) store.SettleStories();
        return outcome switch
        {
            { Made: { } made } => SeeOther(context, Onward(form, "done", made.Id)),
            { Refusal: DecisionRefusal.AlreadySo } => SeeOther(context, Onward(form, "same", "1")),
            { Refusal: DecisionRefusal.Changed } =>
                Refused(context, desk, form, "changed", outcome.Standing, StatusCodes.Status409Conflict),
            _ => Refused(context, desk, form, Name(outcome.Refusal!.Value), outcome.Standing, StatusCodes.Status400BadRequest),
        };
    }

    private static string Name(DecisionRefusal refusal) => refusal switch
    {
        DecisionRefusal.NoSuchTarget => "missing",
        DecisionRefusal.Ambiguous => "ambiguous",
        DecisionRefusal.NoSuchField => "field",
        DecisionRefusal.NoSuchPart => "part",
        DecisionRefusal.BadValue => "value",
        _ => "merged",
    };

    private static RazorComponentResult<RefusedPage> Refused(
        HttpContext context, ReviewDesk desk, ReviewForm form, string why, Decision? standing, int status)
    {
        var words = WebWords.Of(context);
        var page = WebPages.Page<RefusedPage>(new { Form = form, Why = why, Standing = standing, Desk = desk, Words = words });
        page.StatusCode = status;
        return page;
    }

    private static RazorComponentResult<SignInPage> SignInPage(HttpContext context, ReviewDesk desk, string back, bool failed)
    {
        var page = WebPages.Page<SignInPage>(new { Desk = desk, Back = back, Failed = failed, Words = WebWords.Of(context) });
        if (failed) page.StatusCode = StatusCodes.Status400BadRequest;
        return page;
    }

    // Null where the form is none of ours: another site's page may make a browser post, but it has neither cookie nor token.
    private static async Task<IFormCollection?> FormOf(HttpContext context, IAntiforgery antiforgery)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length > 0 && origin != context.Request.Scheme + "://" + context.Request.Host.ToUriComponent()) return null;
        return context.Request.HasFormContentType && await antiforgery.IsRequestValidAsync(context)
            ? await context.Request.ReadFormAsync(context.RequestAborted)
            : null;
    }

    private static Decision? Done(LedgerStore store, string by, HttpContext context) => Ask.Text(context, "done") is { } id
        ? store.Decisions(new DecisionQuery { By = by, Limit = LogLength })
            .FirstOrDefault(logged => logged.Decision.Id == id && !logged.IsUndone)?.Decision
        : null;

    private static string Here(HttpContext context) => Ask.With(context, "done", null, "same");

    private static string Onward(ReviewForm form, string name, string value) =>
        form.Back + (form.Back.Contains('?', StringComparison.Ordinal) ? "&" : "?") + name + "=" + value
        + (form.Next is { } next ? "#r-" + next : "");

    // After a post the browser is to get another page, so that going back or anew posts nothing twice.
    private static IResult SeeOther(HttpContext context, string path)
    {
        context.Response.Headers.Location = path;
        return Results.StatusCode(StatusCodes.Status303SeeOther);
    }
}
