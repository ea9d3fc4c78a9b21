using System.Reflection;
using System.Reflection.Emit;

namespace Samachik.Site.Tests.Laws;

/// <summary>Every type that a type uses: in its shape and in the IL of its methods.</summary>
public static class UsedTypes
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
        | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> Codes = typeof(OpCodes).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>The types that <paramref name="type"/> uses, itself among them.</summary>
    public static IReadOnlySet<Type> Of(Type type)
    {
        var used = new HashSet<Type>();
        Add(used, type.BaseType);
        foreach (var inner in type.GetInterfaces()) Add(used, inner);
        AddAttributes(used, type.CustomAttributes);
        foreach (var field in type.GetFields(Declared)) Add(used, field.FieldType);
        foreach (var property in type.GetProperties(Declared))
        {
            Add(used, property.PropertyType);
            AddAttributes(used, property.CustomAttributes);
        }

        var methods = type.GetMethods(Declared).Cast<MethodBase>().Concat(type.GetConstructors(Declared));
        foreach (var method in methods)
        {
            AddAttributes(used, method.CustomAttributes);
            Add(used, (method as MethodInfo)?.ReturnType);
            foreach (var parameter in method.GetParameters()) Add(used, parameter.ParameterType);
            foreach (var local in method.GetMethodBody()?.LocalVariables ?? []) Add(used, local.LocalType);
            foreach (var member in MembersNamedIn(method)) AddMember(used, member);
        }

        return used;
    }

    private static void AddAttributes(HashSet<Type> used, IEnumerable<CustomAttributeData> attributes)
    {
        foreach (var attribute in attributes)
        {
            Add(used, attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments)
            {
                Add(used, argument.ArgumentType);
                Add(used, argument.Value as Type);
            }
        }
    }

    private static void AddMember(HashSet<Type> used, MemberInfo member)
    {
        Add(used, member as Type ?? member.DeclaringType);
        if (member is MethodInfo { IsGenericMethod: true } method)
            foreach (var argument in method.GetGenericArguments()) Add(used, argument);
    }

    private static void Add(HashSet<Type> used, Type? type)
    {
        if (type is null || type.IsGenericParameter) return;
        if (type.HasElementType)
        {
            Add(used, type.GetElementType());
            return;
        }

        if (!used.Add(type)) return;
        foreach (var argument in type.GetGenericArguments()) Add(used, argument);
    }

    private static IEnumerable<MemberInfo> MembersNamedIn(MethodBase method)
    {
        if (method.GetMethodBody()?.GetILAsByteArray() is not { } il) yield break;
        for (var at = 0; at < il.Length;)
        {
            var code = il[at] == 0xFE ? Codes[unchecked((short)(0xFE00 | il[at + 1]))] : Codes[il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                var typeArguments = method.DeclaringType?.GetGenericArguments();
                var methodArguments = method is MethodInfo { IsGenericMethodDefinition: true } ? method.GetGenericArguments() : null;
                if (method.Module.ResolveMember(BitConverter.ToInt32(il, at), typeArguments, methodArguments) is { } member)
                    yield return member;
            }

            at += OperandLength(code.OperandType, il, at);
        }
    }

    private static int OperandLength(OperandType operand, byte[] il, int at) => operand switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
        _ => 4,
    };
}
