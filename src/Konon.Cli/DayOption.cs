using System.CommandLine;
using Konon.Text;

namespace Konon.Cli;

/// <summary>An option that takes a day.</summary>
internal static class DayOption
{
    public static Option<DateOnly?> New(string name, string description) => new(name)
    {
        Description = description,
        HelpName = IsoDay.Form,
        CustomParser = result =>
        {
            var day = result.Tokens.Count == 1 ? IsoDay.TryRead(result.Tokens[0].Value) : null;
            if (day is null) result.AddError(name + ": a day such as 2025-03-01");
            return day;
        },
    };
}
