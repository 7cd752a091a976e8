namespace Konon.Intake; internal static class Placeholder { }
