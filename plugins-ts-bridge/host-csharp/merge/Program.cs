using Duly.Merge;
using Mono.Cecil;

const string usage = """
    duly-merge OUT.dll KEY.snk REFERENCES [TYPE=OWN …] [PROPERTY:FROM=TO …] INPUT.dll …
      Merges the inputs into one strong-named assembly with the first one's identity, and checks that everything it refers to exists.
      REFERENCES: folders of reference assemblies, separated by ';'. TYPE=OWN: calls of static methods of TYPE go to those of OWN, where it has them.
      PROPERTY:FROM=TO: where an input compares PROPERTY with the number FROM, it does with TO. Prints the full name of the merged assembly.
    """;

if (args.Length < 4 || args[3..].All(IsChange))
{
    Console.Error.WriteLine(usage);
    return 2;
}
try
{
    return Run(args[0], args[1], args[2].Split(';', StringSplitOptions.RemoveEmptyEntries), args[3..]);
}
catch (Exception error) when (error is MergeException or IOException or BadImageFormatException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

static int Run(string output, string key, string[] folders, string[] inputs)
{
    var draft = $"{output}.draft";
    try
    {
        Write(draft, key, folders, inputs);
        return Check(draft, folders) ? Keep(draft, output) : 1;
    }
    finally
    {
        File.Delete(draft);
    }
}

static int Keep(string draft, string output)
{
    File.Move(draft, output, overwrite: true);
    return 0;
}

static bool Check(string file, string[] folders)
{
    using var resolver = new Assemblies(folders);
    var check = new ReferenceCheck(resolver.Add(file).MainModule);
    var findings = check.Findings();
    foreach (var finding in findings) Console.Error.WriteLine(finding);
    if (findings.Count > 0) return false;
    Console.Error.WriteLine($"{check.Types} type references, {check.Members} member references resolve; {check.Overridden} overrides keep their access.");
    Console.WriteLine(check.FullName);
    return true;
}

static void Write(string output, string key, string[] folders, string[] inputs)
{
    using var resolver = new Assemblies(folders);
    var changes = inputs.Where(IsChange).ToLookup(one => one.Contains(':'));
    var assemblies = inputs.Where(one => !IsChange(one)).Select(resolver.Add).ToList();
    foreach (var threshold in changes[true]) Thresholds.Change(assemblies, threshold);
    var merged = Merger.Merge(assemblies, resolver, Pairs(changes[false]));
    // The time and the module id would differ from build to build.
    merged.Write(output, new WriterParameters { StrongNameKeyBlob = File.ReadAllBytes(key), Timestamp = 0, DeterministicMvid = true });
}

static Dictionary<string, string> Pairs(IEnumerable<string> substitutes)
{
    var pairs = new Dictionary<string, string>();
    foreach (var pair in substitutes.Select(one => one.Split('=', 2)))
    {
        if (!pairs.TryAdd(pair[0], pair[1])) throw new MergeException("DULY-MERGE-013", ("type", pair[0]));
    }
    return pairs;
}

static bool IsChange(string argument) => argument.Contains('=') && !argument.EndsWith(".dll", StringComparison.OrdinalIgnoreCase);
