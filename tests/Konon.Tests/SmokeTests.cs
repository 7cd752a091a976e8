namespace Konon.Tests;
public sealed class SmokeTests { [Xunit.Fact] public void Runs() => Xunit.Assert.True(new Konon.Text.TextSpan(0, 1).Length == 1); }
