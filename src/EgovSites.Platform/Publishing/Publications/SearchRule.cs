using System.Linq.Expressions;
using EgovSites.Platform.Tajik.Finding;
using Microsoft.EntityFrameworkCore.Query;

namespace EgovSites.Platform.Publishing.Publications;

/// <summary>How words are found and what comes first, on an agency's site and on the portal alike.</summary>
public static class SearchRule
{
    /// <summary>Whether a kept text has the word: as typed on any keyboard, wherever it stands within a word.</summary>
    public static Expression<Func<T, bool>> Has<T>(Expression<Func<T, string>> text, SearchWord word)
    {
        var (folded, latin) = (word.Folded, word.Latin);
        return In(text, forms => forms.Contains(folded) || forms.Contains(latin));
    }

    /// <summary>
    /// Best first: numbers that stand there as they were asked for; then titles with the very words, with the words in
    /// other letters, with longer ones; then the same for the rest of the page.
    /// </summary>
    public static IOrderedQueryable<T> BestFirst<T>(this IQueryable<T> rows, IReadOnlyList<SearchWord> words) where T
        : class, ISearched
    {
        var numbers = words.Where(word => word.IsNumber).ToList();
        List<Expression<Func<T, bool>>> wishes =
        [
            .. numbers.Count == 0 ? []
                : new[] { All(numbers, word => IsWord<T>(row => row.SearchTitle, word)),
                    All(numbers, word => IsWord<T>(row => row.SearchText, word)) },
            All(words, word => IsWritten<T>(row => row.SearchTitle, word)),
            All(words, word => IsWord<T>(row => row.SearchTitle, word)),
            All(words, word => Has<T>(row => row.SearchTitle, word)),
            All(words, word => IsWritten<T>(row => row.SearchText, word)),
            All(words, word => IsWord<T>(row => row.SearchText, word)),
            All(words, word => Has<T>(row => row.SearchText, word)),
        ];
        return wishes.Skip(1)
            .Aggregate(rows.OrderByDescending(wishes[0]), (sorted, wish) => sorted.ThenByDescending(wish));
    }

    /// <summary>One condition or the other.</summary>
    internal static Expression<Func<T, bool>> Either<T>(
        Expression<Func<T, bool>> one, Expression<Func<T, bool>> other) =>
        Expression.Lambda<Func<T, bool>>(Expression.OrElse(one.Body, Body(other, one.Parameters[0])), one.Parameters);

    private static Expression<Func<T, bool>> IsWritten<T>(Expression<Func<T, string>> text, SearchWord word)
    {
        var whole = $" {word.Written} ";
        return In(text, forms => forms.Contains(whole));
    }

    private static Expression<Func<T, bool>> IsWord<T>(Expression<Func<T, string>> text, SearchWord word)
    {
        var (folded, latin) = ($" {word.Folded} ", $" {word.Latin} ");
        return In(text, forms => forms.Contains(folded) || forms.Contains(latin));
    }

    private static Expression<Func<T, bool>> All<T>(
        IEnumerable<SearchWord> words, Func<SearchWord, Expression<Func<T, bool>>> wish) =>
        words.Select(wish).Aggregate((all, one) =>
            Expression.Lambda<Func<T, bool>>(
                Expression.AndAlso(all.Body, Body(one, all.Parameters[0])), all.Parameters));

    // The words stay parameters of the command: one plan serves every question.
    private static Expression<Func<T, bool>> In<T>(
        Expression<Func<T, string>> text, Expression<Func<string, bool>> wish) =>
        Expression.Lambda<Func<T, bool>>(
            ReplacingExpressionVisitor.Replace(wish.Parameters[0], text.Body, wish.Body), text.Parameters);

    private static Expression Body<T>(Expression<Func<T, bool>> condition, ParameterExpression row) =>
        ReplacingExpressionVisitor.Replace(condition.Parameters[0], row, condition.Body);
}
