using System.Collections.Frozen;
using System.Reflection;
using System.Reflection.Emit;

namespace DpkoBot.Tests.Support;

/// <summary>Finds every type that a type names: in its signatures, and in the code of its methods.</summary>
internal static class UsedTypes
{
    private const BindingFlags Own =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<short, OpCode> OpCodes = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToFrozenDictionary(code => code.Value);

    public static IEnumerable<Type> Of(Type type) =>
        Parents(type).Concat(type.GetMembers(Own).SelectMany(OfMember)).SelectMany(Parts).Distinct();

    private static IEnumerable<Type> Parents(Type type) =>
        type.GetInterfaces().Concat(type.BaseType is { } parent ? [parent] : []);

    private static IEnumerable<Type> OfMember(MemberInfo member) => member switch
    {
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType],
        MethodInfo method => OfMethod(method).Append(method.ReturnType),
        ConstructorInfo constructor => OfMethod(constructor),
        _ => [],
    };

    private static IEnumerable<Type> OfMethod(MethodBase method)
    {
        var body = method.GetMethodBody();
        return method.GetParameters().Select(parameter => parameter.ParameterType)
            .Concat(body?.LocalVariables.Select(variable => variable.LocalType) ?? [])
            .Concat(body is null ? [] : MembersIn(method, body.GetILAsByteArray()!).SelectMany(OfReference));
    }

    private static IEnumerable<Type> OfReference(MemberInfo member) => member switch
    {
        Type type => [type],
        MethodInfo method => [.. Declaring(method), method.ReturnType, .. method.IsGenericMethod ? method.GetGenericArguments() : []],
        FieldInfo field => [.. Declaring(field), field.FieldType],
        _ => Declaring(member),
    };

    private static IEnumerable<Type> Declaring(MemberInfo member) => member.DeclaringType is { } type ? [type] : [];

    private static IEnumerable<MemberInfo> MembersIn(MethodBase method, byte[] code)
    {
        var typeArguments = method.DeclaringType!.IsGenericType ? method.DeclaringType.GetGenericArguments() : null;
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        for (var at = 0; at < code.Length;)
        {
            var opCode = code[at] == 0xFE ? OpCodes[(short)(0xFE00 | code[at + 1])] : OpCodes[code[at]];
            at += opCode.Size;
            if (opCode.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
            {
                yield return method.Module.ResolveMember(BitConverter.ToInt32(code, at), typeArguments, methodArguments)!;
            }

            at += OperandSize(opCode.OperandType, code, at);
        }
    }

    private static int OperandSize(OperandType type, byte[] code, int at) => type switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, at)),
        _ => 4,
    };

    // List<Activity[]> names Activity, too.
    private static IEnumerable<Type> Parts(Type type)
    {
        if (type.HasElementType)
        {
            return Parts(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];
    }
}
