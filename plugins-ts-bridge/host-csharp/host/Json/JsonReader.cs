using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text;

namespace Duly.TsHost.Json
{
    /// <summary>
    /// Reads JSON that the bundle's own JSON.stringify wrote: objects become Dictionary, arrays List, numbers double.
    /// The sandbox offers no JSON library that a plug-in may rely on.
    /// </summary>
    internal sealed class JsonReader
    {
        private const int DeepestLevel = 64;

        private readonly string text;
        private int at;

        private JsonReader(string text) { this.text = text; }

        /// <summary>The value of a JSON text. Throws Failure DULY-HOST-008 when it is none.</summary>
        public static object Read(string text)
        {
            var reader = new JsonReader(text);
            var value = reader.Value(0);
            reader.SkipSpace();
            if (reader.at != text.Length) throw reader.Malformed();
            return value;
        }

        private object Value(int level)
        {
            if (level > DeepestLevel) throw Malformed();
            SkipSpace();
            switch (Peek())
            {
                case '{': return Object(level);
                case '[': return Array(level);
                case '"': return String();
                case 't': return Word("true", true);
                case 'f': return Word("false", false);
                case 'n': return Word("null", null);
                default: return Number();
            }
        }

        private Dictionary<string, object> Object(int level)
        {
            var members = new Dictionary<string, object>();
            at += 1;
            if (Closes('}')) return members;
            do
            {
                SkipSpace();
                var name = String();
                SkipSpace();
                Expect(':');
                members[name] = Value(level + 1);
            }
            while (Continues('}'));
            return members;
        }

        private List<object> Array(int level)
        {
            var items = new List<object>();
            at += 1;
            if (Closes(']')) return items;
            do items.Add(Value(level + 1));
            while (Continues(']'));
            return items;
        }

        private string String()
        {
            Expect('"');
            var end = text.IndexOfAny(new[] { '"', '\\' }, at);
            if (end < 0) throw Malformed();
            var plain = text.Substring(at, end - at);
            at = end;
            if (text[at] == '"')
            {
                at += 1;
                return plain;
            }
            return Escaped(new StringBuilder(plain));
        }

        private string Escaped(StringBuilder found)
        {
            for (; ; )
            {
                var sign = Next();
                if (sign == '"') return found.ToString();
                found.Append(sign == '\\' ? Escape() : sign);
            }
        }

        private char Escape()
        {
            var sign = Next();
            switch (sign)
            {
                case 'b': return '\b';
                case 'f': return '\f';
                case 'n': return '\n';
                case 'r': return '\r';
                case 't': return '\t';
                case 'u': return Unicode();
                case '"': case '\\': case '/': return sign;
                default: throw Malformed();
            }
        }

        private char Unicode()
        {
            ushort code;
            if (at + 4 > text.Length || !ushort.TryParse(text.Substring(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code)) throw Malformed();
            at += 4;
            return (char)code;
        }

        private object Number()
        {
            var from = at;
            while (at < text.Length && "+-.0123456789eE".IndexOf(text[at]) >= 0) at += 1;
            double number;
            if (!double.TryParse(text.Substring(from, at - from), NumberStyles.Float, CultureInfo.InvariantCulture, out number)) throw Malformed();
            return number;
        }

        private object Word(string word, object value)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0) throw Malformed();
            at += word.Length;
            return value;
        }

        private bool Closes(char sign)
        {
            SkipSpace();
            if (Peek() != sign) return false;
            at += 1;
            return true;
        }

        private bool Continues(char closing)
        {
            if (Closes(closing)) return false;
            Expect(',');
            return true;
        }

        private void Expect(char sign)
        {
            if (Next() != sign) throw Malformed();
        }

        private char Next()
        {
            if (at >= text.Length) throw Malformed();
            at += 1;
            return text[at - 1];
        }

        private char Peek() { return at < text.Length ? text[at] : '\0'; }

        private void SkipSpace()
        {
            while (at < text.Length && (text[at] == ' ' || text[at] == '\t' || text[at] == '\r' || text[at] == '\n')) at += 1;
        }

        private Failure Malformed()
        {
            return new Failure("DULY-HOST-008", "at", at.ToString(CultureInfo.InvariantCulture));
        }
    }
}
