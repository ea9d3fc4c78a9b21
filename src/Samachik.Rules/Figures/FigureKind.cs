namespace Samachik.Rules.Figures;

/// <summary>What is counted by the hour. Figures tell of nobody in particular.</summary>
public enum FigureKind
{
    /// <summary>Sign-ups that began in the hour, by how far they came, whenever they did; labelled by <see cref="FunnelStep"/>.</summary>
    SignUp,

    /// <summary>SMS with a code that a gateway took; labelled by gateway.</summary>
    SentByGateway,

    /// <summary>The same; labelled by the number's first three digits.</summary>
    SentByPrefix,

    /// <summary>Of them, those that arrived, by how soon; labelled by gateway.</summary>
    ArrivedByGateway,

    /// <summary>The same; labelled by the number's first three digits.</summary>
    ArrivedByPrefix,

    /// <summary>Codes typed that were not right; labelled by the verdict.</summary>
    CodeNotRight,

    /// <summary>Codes that a limit kept from being sent; labelled by the limit.</summary>
    LimitHit,

    /// <summary>Strikes of the guard before sending; labelled by its rule.</summary>
    GuardStrike,

    /// <summary>Acts of signing in; labelled by the act.</summary>
    SignIn,

    /// <summary>The most messages that waited when the hour was looked at; labelled by queue.</summary>
    QueueLength,

    /// <summary>The longest that a message had waited when the hour was looked at, in seconds; labelled by queue.</summary>
    QueueAge,
}

/// <summary>Queues whose length and age are looked at.</summary>
public enum FigureQueue
{
    /// <summary>SMS.</summary>
    Sms,

    /// <summary>E-mails.</summary>
    Mail,
}
