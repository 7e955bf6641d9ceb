using System.Reflection;
using System.Reflection.Emit;

namespace CrmStudio.Architecture.Tests.Reading;

/// <summary>What a class uses, read from its compiled code: signatures, attributes, and everything its methods touch.</summary>
internal static class TypeUses
{
    private const BindingFlags Everything = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> opCodes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!).ToDictionary(code => code.Value);

    /// <summary>Every type a class names, its nested and compiler-made classes included.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        foreach (var part in WithNested(type))
        {
            Add(part.BaseType);
            foreach (var face in part.GetInterfaces()) Add(face);
            foreach (var attribute in part.GetCustomAttributesData()) Add(attribute.AttributeType);
            foreach (var field in part.GetFields(Everything)) Add(field.FieldType);
            foreach (var method in MethodsOf(part))
            {
                if (method is MethodInfo { ReturnType: var returned }) Add(returned);
                foreach (var parameter in method.GetParameters()) Add(parameter.ParameterType);
                foreach (var local in method.GetMethodBody()?.LocalVariables ?? []) Add(local.LocalType);
            }
        }
        foreach (var member in Members(type))
        {
            Add(member as Type ?? member.DeclaringType);
            if (member is FieldInfo field) Add(field.FieldType);
            if (member is not MethodInfo method) continue;
            Add(method.ReturnType);
            foreach (var argument in method.IsGenericMethod ? method.GetGenericArguments() : []) Add(argument);
        }
        return used;

        void Add(Type? named)
        {
            if (named is null || named.IsGenericParameter) return;
            if (named.HasElementType) Add(named.GetElementType());
            else if (used.Add(named.IsGenericType ? named.GetGenericTypeDefinition() : named))
                foreach (var argument in named.GetGenericArguments()) Add(argument);
            else
                foreach (var argument in named.GetGenericArguments().Where(argument => !used.Contains(argument))) Add(argument);
        }
    }

    /// <summary>Every method, constructor, field and type the code of a class names.</summary>
    public static IReadOnlySet<MemberInfo> Members(Type type) => WithNested(type).SelectMany(MethodsOf).SelectMany(TokensOf).ToHashSet();

    /// <summary>Classes as people write them: what the compiler makes of lambdas and async methods belongs to the class around it.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(type => !type.IsNested && type.Namespace?.StartsWith("CrmStudio.", StringComparison.Ordinal) == true);

    private static IEnumerable<Type> WithNested(Type type) => type.GetNestedTypes(Everything).SelectMany(WithNested).Prepend(type);

    private static IEnumerable<MethodBase> MethodsOf(Type type) => [.. type.GetMethods(Everything), .. type.GetConstructors(Everything)];

    private static IEnumerable<MemberInfo> TokensOf(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (var at = 0; at < code.Length;)
        {
            var value = code[at] == 0xFE ? (short)((code[at] << 8) | code[at + 1]) : code[at];
            var op = opCodes[value];
            at += op.Size;
            if (op.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok && Resolve(method, BitConverter.ToInt32(code, at)) is { } member)
                yield return member;
            at += op.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(code, at),
                _ => 4,
            };
        }
    }

    private static MemberInfo? Resolve(MethodBase method, int token) => method.Module.ResolveMember(
        token,
        method.DeclaringType is { IsGenericType: true } owner ? owner.GetGenericArguments() : null,
        method is MethodInfo { IsGenericMethod: true } generic ? generic.GetGenericArguments() : null);
}
