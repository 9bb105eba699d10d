using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EgovSites.Platform.Content.Items;

internal sealed class FieldValuesConverter() : ValueConverter<FieldValues, string>(
    values => values.ToJson(),
    json => FieldValues.Parse(json));

internal sealed class FieldValuesComparer() : ValueComparer<FieldValues>(
    (left, right) => (left == null ? null : left.ToJson()) == (right == null ? null : right.ToJson()),
    values => values.ToJson().GetHashCode(StringComparison.Ordinal),
    values => values.Copy());
