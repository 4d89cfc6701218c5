using System;
using System.Globalization;
using System.Numerics;

namespace Duly.TsHost.Script
{
    /// <summary>
    /// What the merged engine calls for BigInteger's own operators. Jint checks its limits between two statements, and one product of large numbers may take
    /// hours: here a number that grows beyond Limits.WholeNumberBits is refused before it is reckoned. Sums need no bound: they grow by one bit a statement.
    /// </summary>
    internal static class BoundedBigInteger
    {
        /// <summary>Decimal digits, each a little over three bits.</summary>
        private const int MostDigits = Limits.WholeNumberBits / 3;

        private static readonly BigInteger Most = BigInteger.One << Limits.WholeNumberBits;
        private static readonly BigInteger Least = -Most;

        public static BigInteger Multiply(BigInteger left, BigInteger right)
        {
            return Checked(left) * Checked(right);
        }

        public static BigInteger Pow(BigInteger value, int exponent)
        {
            if (Math.Abs(exponent * BigInteger.Log(BigInteger.Max(BigInteger.Abs(value), BigInteger.One), 2)) > Limits.WholeNumberBits) throw TooLong();
            return BigInteger.Pow(value, exponent);
        }

        public static BigInteger LeftShift(BigInteger value, int bits)
        {
            if (bits > Limits.WholeNumberBits) throw TooLong();
            return Checked(value) << bits;
        }

        public static bool TryParse(string text, NumberStyles style, IFormatProvider format, out BigInteger value)
        {
            if (text.Length > MostDigits) throw TooLong();
            return BigInteger.TryParse(text, style, format, out value);
        }

        private static BigInteger Checked(BigInteger value)
        {
            if (value > Most || value < Least) throw TooLong();
            return value;
        }

        private static Failure TooLong() { return new Failure("DULY-LIMIT-007", "most", Limits.WholeNumberBits.ToString("N0", CultureInfo.InvariantCulture)); }
    }
}
