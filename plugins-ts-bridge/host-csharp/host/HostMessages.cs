using System.Collections.Generic;
using System.IO;
using System.Reflection;
using System.Text;
using Duly.TsHost.Json;

namespace Duly.TsHost
{
    /// <summary>What this host tells: the texts of plugins-ts-bridge/host-messages.json, which both hosts and the reference of error codes share.</summary>
    internal static class HostMessages
    {
        private const string Resource = "host-messages.json";

        private static readonly Dictionary<string, object> Texts = Read();

        /// <summary>
        /// "DULY-HOST-002 The web resource … does not exist. Import the solution again."
        /// </summary>
        /// <param name="code">a code of the catalogue</param>
        /// <param name="parameters">name, value, name, value, …; one that is not given stays as {name}</param>
        public static string Text(string code, params string[] parameters) { return code + " " + Filled((string)Texts[code], parameters); }

        /// <summary>A text with parameters filled in.</summary>
        public static string Filled(string text, params string[] parameters)
        {
            var filled = new StringBuilder(text);
            for (var index = 0; index < parameters.Length; index += 2) filled.Replace("{" + parameters[index] + "}", parameters[index + 1]);
            return filled.ToString();
        }

        private static Dictionary<string, object> Read()
        {
            using (var reader = new StreamReader(typeof(HostMessages).Assembly.GetManifestResourceStream(Resource), Encoding.UTF8))
            {
                return (Dictionary<string, object>)JsonReader.Read(reader.ReadToEnd());
            }
        }
    }
}
