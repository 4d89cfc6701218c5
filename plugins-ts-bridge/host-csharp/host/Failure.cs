using System;

namespace Duly.TsHost
{
    /// <summary>A failure that carries its code: the message begins with it and is fit for the user.</summary>
    internal sealed class Failure : Exception
    {
        public Failure(string message) : base(message) { }
    }
}
