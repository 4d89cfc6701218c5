using System.Globalization;
using System.Text;

namespace Duly.TsHost.Json
{
    /// <summary>Writes JSON as JSON.stringify does: no spaces, lone surrogates and control signs escaped.</summary>
    internal sealed class JsonWriter
    {
        private readonly StringBuilder text = new StringBuilder();
        private bool first = true;

        public override string ToString() { return text.ToString(); }

        public int Length { get { return text.Length; } }

        public JsonWriter Open(char bracket)
        {
            Separate();
            text.Append(bracket);
            first = true;
            return this;
        }

        public JsonWriter Close(char bracket)
        {
            text.Append(bracket);
            first = false;
            return this;
        }

        /// <summary>The name of a member; its value follows.</summary>
        public JsonWriter Name(string name)
        {
            Separate();
            Quoted(name);
            text.Append(':');
            first = true;
            return this;
        }

        public JsonWriter Text(string value)
        {
            if (value == null) return Raw("null");
            Separate();
            Quoted(value);
            return this;
        }

        public JsonWriter Number(long value) { return Raw(value.ToString(CultureInfo.InvariantCulture)); }

        /// <summary>A double by its shortest text. "R" of the .NET Framework errs in the last digit at times; then 17 digits.</summary>
        public JsonWriter Number(double value)
        {
            if (double.IsNaN(value) || double.IsInfinity(value)) return Raw("null");
            var shortest = value.ToString("R", CultureInfo.InvariantCulture);
            var exact = double.Parse(shortest, CultureInfo.InvariantCulture).Equals(value);
            return Raw(exact ? shortest : value.ToString("G17", CultureInfo.InvariantCulture));
        }

        public JsonWriter Flag(bool value) { return Raw(value ? "true" : "false"); }

        public JsonWriter Null() { return Raw("null"); }

        private JsonWriter Raw(string json)
        {
            Separate();
            text.Append(json);
            return this;
        }

        private void Separate()
        {
            if (!first) text.Append(',');
            first = false;
        }

        private void Quoted(string value)
        {
            text.Append('"');
            for (var index = 0; index < value.Length; index += 1)
            {
                var sign = value[index];
                if (char.IsHighSurrogate(sign) && index + 1 < value.Length && char.IsLowSurrogate(value[index + 1]))
                {
                    text.Append(sign).Append(value[index + 1]);
                    index += 1;
                }
                else Signed(sign);
            }
            text.Append('"');
        }

        private void Signed(char sign)
        {
            switch (sign)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                default:
                    if (sign < ' ' || char.IsSurrogate(sign)) text.Append("\\u").Append(((int)sign).ToString("x4", CultureInfo.InvariantCulture));
                    else text.Append(sign);
                    break;
            }
        }
    }
}
