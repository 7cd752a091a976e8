using FsCheck;

namespace Konon.Tests;

/// <summary>Property tests draw the same cases on every machine.</summary>
internal static class Fixed
{
    public static Config Seed { get; } = Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20241023UL, 7919UL);
}
