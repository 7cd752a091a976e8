using System.Net.Sockets;
using RabbitMQ.Client.Exceptions;

namespace Konon.Queue;

/// <summary>Which exceptions say that the broker, and not the program, is at fault, so that trying again helps.</summary>
internal static class BrokerFaults
{
    // Login refused, and an exchange or queue that is there and of another kind: no waiting mends these.
    private const int PreconditionFailed = 406;

    /// <summary>Whether trying again may help.</summary>
    public static bool IsTransient(Exception fault) => fault switch
    {
        AuthenticationFailureException or PossibleAuthenticationFailureException => false,
        BrokerUnreachableException { InnerException: { } inner } => inner is not AuthenticationFailureException,
        OperationInterruptedException { ShutdownReason.ReplyCode: PreconditionFailed } => false,
        RabbitMQClientException or IOException or SocketException or TimeoutException or ObjectDisposedException => true,
        // The client cancels what waits on a connection that goes.
        OperationCanceledException => true,
        AggregateException { InnerException: { } inner } => IsTransient(inner),
        _ => false,
    };

    /// <summary>One line on what is wrong.</summary>
    public static string WordsOf(Exception fault) => fault switch
    {
        OperationInterruptedException { ShutdownReason: { } reason } => reason.ReplyText,
        BrokerUnreachableException { InnerException: { } inner } => WordsOf(inner),
        AggregateException { InnerException: { } inner } => WordsOf(inner),
        _ => fault.Message.ReplaceLineEndings(" "),
    };
}
