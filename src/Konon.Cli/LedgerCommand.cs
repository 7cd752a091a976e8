using System.CommandLine;
using Konon.Store.Postgres;

namespace Konon.Cli;

/// <summary><c>konon ledger</c>: what a server's administrator does with a ledger.</summary>
internal static class LedgerCommand
{
    public static Command New(Terminal terminal)
    {
        var make = new Command("make", "Makes an empty ledger, or brings an older one up to date, and adds nothing. On a server its owner does so.");
        make.SetAction(parsed =>
        {
            using var store = LedgerArguments.Open(parsed, create: true);
            using var page = terminal.NewPage();
            page.WriteLine(store.Location);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(make, "konon ledger make --ledger \"Host=db.example;Database=konon;Username=konon\"");
        var roles = new Command("roles", "Prints the SQL by which one role of a PostgreSQL server may read a ledger, and another write it.");
        roles.SetAction(_ =>
        {
            using var page = terminal.NewPage();
            page.Write(PostgresDatabase.RolesScript);
            return ExitCode.AllRead;
        });
        HelpWithExamples.Add(roles, "konon ledger roles | psql \"host=db.example dbname=konon user=konon\"");
        return new Command("ledger", "Makes a ledger; roles for one on a server.") { make, roles };
    }
}
