using System;
using System.Collections.Generic;
using System.Linq;
using Duly.TsHost.Json;

namespace Duly.TsHost.Script
{
    /// <summary>What a rule wants to read before it goes on.</summary>
    internal sealed class Need
    {
        private const string Done = "{\"done\":";

        private Need(string key, string[] fetchXml)
        {
            Key = key;
            FetchXml = fetchXml;
        }

        public string Key { get; private set; }

        public string[] FetchXml { get; private set; }

        /// <summary>Whether an answer is the rule's last.</summary>
        public static bool IsDone(string answer) { return answer.StartsWith(Done, StringComparison.Ordinal); }

        /// <summary>The reads of an answer; null when the rule is done.</summary>
        public static Need Of(string answer)
        {
            if (IsDone(answer)) return null;
            var members = (Dictionary<string, object>)JsonReader.Read(answer);
            return new Need((string)members["key"], ((List<object>)members["need"]).Cast<string>().ToArray());
        }
    }
}
