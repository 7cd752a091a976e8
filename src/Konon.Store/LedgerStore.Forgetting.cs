using Dapper;
using Konon.Store.Forgetting;

namespace Konon.Store;

public sealed partial class LedgerStore
{
    /// <summary>Says what a forgetting would erase, and erases nothing.</summary>
    /// <param name="target">An article by id, address, row's id, digest or input; else a speaker by id or name.</param>
    /// <param name="plan">What would go; null where refused.</param>
    /// <param name="progress">Told how many readings were looked through, for a speaker; null for nobody.</param>
    /// <returns>Why nothing would go; null where something would.</returns>
    public ForgetRefusal? TryPlanForgetting(string target, out ForgetPlan? plan, Action<long>? progress = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        ForgetPlan? made = null;
        var refusal = Use(connection => new ForgetPlanner(connection, null, Documents, progress ?? (_ => { })).TryPlan(target, out made));
        plan = made;
        return refusal;
    }

    /// <summary>
    /// Erases: rows, words, names and decisions in one transaction, then kept bytes, then what rows left in the database's
    /// file.
    /// </summary>
    /// <param name="target">As in <see cref="TryPlanForgetting"/>.</param>
    /// <param name="why">The reason, which stays.</param>
    /// <param name="plan">What went; null where refused.</param>
    /// <param name="progress">Told how many readings were looked through, for a speaker; null for nobody.</param>
    /// <returns>Why nothing went; null where it did.</returns>
    /// <remarks>
    /// An interrupted one is finished by <see cref="FinishForgetting"/>. The last step writes the whole database anew: seconds
    /// for each gigabyte.
    /// </remarks>
    public ForgetRefusal? TryForget(string target, string why, out ForgetPlan? plan, Action<long>? progress = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(target);
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        ForgetPlan? made = null;
        var refusal = Write((connection, transaction) =>
        {
            var reason = new ForgetPlanner(connection, transaction, Documents, progress ?? (_ => { })).TryPlan(target, out made);
            if (reason is null) new Eraser(Database, transaction, Now()).Erase(made!, why);
            return reason;
        });
        plan = made;
        if (refusal is null) FinishForgetting();
        return refusal;
    }

    /// <summary>Does what an interrupted forgetting left to be done; nothing where none was.</summary>
    /// <returns>
    /// Whether the database's own file is clean; false where another program reads an old state of it, so that this is to be
    /// done again.
    /// </returns>
    public bool FinishForgetting()
    {
        var waiting = Use(connection => connection.Query<string>("SELECT digest FROM erasures ORDER BY digest").ToList());
        if (waiting.Count == 0) return true;
        foreach (var digest in waiting.Where(digest => digest.Length > 0)) Documents.Erase(digest);
        if (!Use(Database.Scrub)) return false;
        Write((connection, transaction) => waiting.Sum(
            digest => connection.Execute("DELETE FROM erasures WHERE digest = @digest", new { digest }, transaction)));
        return true;
    }

    /// <summary>Whether what erased rows leave behind lies in files of this machine; else a server has them.</summary>
    public bool OwnsFiles => Database is Sqlite.SqliteDatabase;

    /// <summary>What may not be read in again, as of now.</summary>
    public ForgottenBook Forgotten() => Use(connection =>
        new ForgottenBook(connection.Query<(string Kind, string Digest)>("SELECT kind, digest FROM tombstones")));
}
