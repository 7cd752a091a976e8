namespace Konon.Web.Mcp;

/// <summary>What is wrong with a call, in one line for whoever called.</summary>
internal sealed class ToolFault : Exception
{
    public ToolFault()
    {
    }

    public ToolFault(string message)
        : base(message)
    {
    }

    public ToolFault(string message, Exception inner)
        : base(message, inner)
    {
    }
}
