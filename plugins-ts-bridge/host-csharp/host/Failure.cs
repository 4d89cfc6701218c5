using System;

namespace Duly.TsHost
{
    /// <summary>A failure that carries its code: the message begins with it and is fit for the user. The place {rule} is filled in by who knows the rule.</summary>
    internal sealed class Failure : Exception
    {
        /// <param name="code">a code of host-messages.json</param>
        /// <param name="parameters">name, value, name, value, …</param>
        public Failure(string code, params string[] parameters) : base(HostMessages.Text(code, parameters)) { }
    }
}
