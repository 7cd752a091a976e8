namespace Konon.Journeys.Browser;

/// <summary>Signs a reader in for the review, by keyboard.</summary>
internal static class SignIn
{
    public static async Task As(Visit visit, string name)
    {
        await visit.Go("/review");
        await visit.Page.FocusAsync("input[name=name]");
        await visit.Page.Keyboard.TypeAsync(name);
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForSelectorAsync(".reviewbar");
    }
}
