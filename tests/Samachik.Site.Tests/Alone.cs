namespace Samachik.Site.Tests;

/// <summary>Classes that measure times: they run one after another, and nothing beside them takes the machine's time.</summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class Alone;
