using Konon.Tests.Store.Forgetting;
using Konon.Tests.Store.Rereading;
using Konon.Tests.Store.Review;
using Konon.Tests.Store.Search;
using Konon.Tests.Store.Versions;

namespace Konon.Tests.Store.Postgres;

/// <summary>Marks a class of tests whose ledgers are databases of a PostgreSQL server: what it inherits must hold there, too.</summary>
internal interface IOnPostgres;

/// <inheritdoc/>
public sealed class BackupTestsOnPostgres : BackupTests, IOnPostgres;

/// <inheritdoc/>
public sealed class CanonicalExportTestsOnPostgres : CanonicalExportTests, IOnPostgres;

/// <inheritdoc/>
public sealed class ClaimSearchTestsOnPostgres : ClaimSearchTests, IOnPostgres;

/// <inheritdoc/>
public sealed class DecisionTestsOnPostgres : DecisionTests, IOnPostgres;

/// <inheritdoc/>
public sealed class ForgettingTestsOnPostgres : ForgettingTests, IOnPostgres;

/// <inheritdoc/>
public sealed class HistoryTestsOnPostgres : HistoryTests, IOnPostgres;

/// <inheritdoc/>
public sealed class LedgerStoreTestsOnPostgres : LedgerStoreTests, IOnPostgres;

/// <inheritdoc/>
public sealed class LedgerStoriesTestsOnPostgres : LedgerStoriesTests, IOnPostgres;

/// <inheritdoc/>
public sealed class ListingTestsOnPostgres : ListingTests, IOnPostgres;

/// <inheritdoc/>
public sealed class RereadingTestsOnPostgres : RereadingTests, IOnPostgres;

/// <inheritdoc/>
public sealed class StoryDecisionTestsOnPostgres : StoryDecisionTests, IOnPostgres;

/// <inheritdoc/>
public sealed class VerifyTestsOnPostgres : VerifyTests, IOnPostgres;

/// <inheritdoc/>
public sealed class VersionTestsOnPostgres : VersionTests, IOnPostgres;
