using System.Text.Json.Nodes;
using Konon.Ledger.Review;
using Konon.Store.Review;

namespace Konon.Web.Api;

/// <summary>A decision as <c>konon review log --format json</c> prints it.</summary>
internal static class DecisionJson
{
    public static JsonObject Node(LoggedDecision row) => Node(row.Decision, row.IsUndone, row.IsDetached);

    public static JsonObject Node(Decision made, bool isUndone = false, bool isDetached = false) => new()
    {
        ["decision"] = made.Id,
        ["at"] = DecisionRecord.Time(made.At),
        ["by"] = made.By,
        ["action"] = DecisionNames.Of(made.Action),
        ["on"] = DecisionNames.Of(made.On),
        ["target"] = made.Target,
        ["other"] = made.Other,
        ["field"] = made.Field,
        ["before"] = made.Before,
        ["value"] = made.Value,
        ["undoes"] = made.Undoes,
        ["undone"] = isUndone,
        ["detached"] = isDetached,
        ["why"] = made.Why,
    };
}
