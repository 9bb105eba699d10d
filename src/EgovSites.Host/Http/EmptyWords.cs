using System.Reflection;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace EgovSites.Host.Http;

/// <summary>
/// Gives a page the blank that was sent where its own declaration says that a word is never null; MVC would give null
/// and the page would fail on it.
/// </summary>
public sealed class EmptyWords : IDisplayMetadataProvider
{
    public void CreateDisplayMetadata(DisplayMetadataProviderContext context)
    {
        if (context.Key.ModelType == typeof(string) && IsNeverNull(context.Key))
        {
            context.DisplayMetadata.ConvertEmptyStringToNull = false;
        }
    }

    private static bool IsNeverNull(ModelMetadataIdentity identity)
    {
        var nullability = new NullabilityInfoContext();
        return (identity.PropertyInfo, identity.ParameterInfo) switch
        {
            ({ } property, _) => nullability.Create(property).WriteState == NullabilityState.NotNull,
            (_, { } parameter) => nullability.Create(parameter).WriteState == NullabilityState.NotNull,
            _ => false,
        };
    }
}
