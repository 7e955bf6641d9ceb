using System.Collections.Concurrent;
using System.Reflection;
using System.Reflection.Emit;

namespace CrmStudio.Architecture.Tests;

/// <summary>
/// What the compiled code really names, in signatures, attributes and method bodies: a <c>var</c>, a lambda or a Razor tag hides
/// nothing here.
/// </summary>
internal static class Blueprint
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly Dictionary<int, OpCode> codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => (int)(ushort)code.Value);
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyList<Mention>> read = [];

    /// <summary>Every mention of a type or member in an assembly; those of one method body in the order of its instructions.</summary>
    public static IReadOnlyList<Mention> Of(Assembly assembly) => read.GetOrAdd(assembly, static a => [.. a.GetTypes().SelectMany(MentionsOf)]);

    /// <summary>The types a member brings along: itself or its owner, with type arguments and elements.</summary>
    public static IEnumerable<Type> Types(this MemberInfo member) => member switch
    {
        Type { HasElementType: true } type => type.GetElementType()!.Types(),
        Type { IsGenericParameter: true } => [],
        Type { IsConstructedGenericType: true } type => type.GetGenericArguments().SelectMany(Types).Prepend(type.GetGenericTypeDefinition()),
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => method.GetGenericArguments().SelectMany(Types).Concat(method.DeclaringType!.Types()),
        _ => member.DeclaringType?.Types() ?? [],
    };

    /// <summary>The class in the file: not the lambda, the state machine or the record nested in it.</summary>
    public static Type Outermost(this Type type) => type.DeclaringType is { } outer ? outer.Outermost() : type;

    private static IEnumerable<Mention> MentionsOf(Type type)
    {
        var by = type.Outermost();
        var methods = type.GetMethods(All).Concat<MethodBase>(type.GetConstructors(All)).ToList();
        var face = new[] { type.BaseType }.Concat(type.GetInterfaces()).Concat(type.GetFields(All).Select(field => field.FieldType))
            .Concat(methods.SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)))
            .Concat(methods.OfType<MethodInfo>().Select(method => method.ReturnType))
            .Concat(type.GetMembers(All).Prepend(type).SelectMany(member => member.CustomAttributes.SelectMany(TypesOf)));
        return face.OfType<Type>().Distinct().Select(named => new Mention(by, null, named)).Concat(methods.SelectMany(method => Body(by, method)));
    }

    private static IEnumerable<Type> TypesOf(CustomAttributeData attribute) =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(named => named.TypedValue)).Select(argument => argument.Value).OfType<Type>().Prepend(attribute.AttributeType);

    private static IEnumerable<Mention> Body(Type by, MethodBase method)
    {
        if (method.GetMethodBody() is not { } body) return [];
        var (ofType, ofMethod) = (method.DeclaringType!.GetGenericArguments(), method.IsGenericMethod ? method.GetGenericArguments() : []);
        return body.LocalVariables.Select(local => local.LocalType).Concat(body.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType!))
            .Concat<MemberInfo>(Tokens(body.GetILAsByteArray()!).Select(token => method.Module.ResolveMember(token, ofType, ofMethod)!))
            .Select(named => new Mention(by, method, named));
    }

    private static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = codes[il[at] == 0xFE ? 0xFE00 | il[at + 1] : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok) yield return BitConverter.ToInt32(il, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }
}

/// <summary>One type or member named by the code.</summary>
/// <param name="By">The class in whose file it stands.</param>
/// <param name="In">The method whose body names it; null in a signature or an attribute.</param>
/// <param name="Named">What is named.</param>
internal sealed record Mention(Type By, MethodBase? In, MemberInfo Named)
{
    /// <summary>The member with its class, such as <c>CrmWork.BeginAsync</c>; or the type.</summary>
    public string Member => Named is Type type ? type.Name : $"{Named.DeclaringType?.Name}.{Named.Name}";

    /// <summary>For messages: who names what.</summary>
    public override string ToString() => $"{By.FullName} names {Member}";
}
