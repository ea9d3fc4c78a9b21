namespace Samachik.Site.Web;

/// <summary>Questions that a page's script asks again and again: nobody is there because of them.</summary>
public static class RepeatedQuestions
{
    /// <summary>The handler that tells where an SMS is.</summary>
    public const string Delivery = "Delivery";

    /// <summary>Whether a request is one.</summary>
    public static bool IsOne(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsGet(request.Method) && request.Query["handler"] == Delivery;
    }
}
