/** A float whose value is whole (7.0): kept apart from the integer 7 because div(7.0,2) is 3.5 and div(7,2) is 3. */
export class Float {
  constructor(readonly value: number) {}
  toNumber(): number { return this.value; }
  toString(): string { return String(this.value); }
  toJSON(): number { return this.value; }
}

const PATTERN = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;
/** Digits that a quotient keeps behind the point, as .NET's decimal does. */
const QUOTIENT_SCALE = 28;

/** An exact decimal number: digits × 10^-scale. */
export class Decimal {
  constructor(readonly digits: bigint, readonly scale: number) {}

  /** null when the text is no decimal number. */
  static parse(text: string): Decimal | null {
    const match = PATTERN.exec(text.trim());
    if (!match) return null;
    const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
    if (whole === "" && fraction === "") return null;
    const digits = BigInt(whole + fraction) * (sign === "-" ? -1n : 1n);
    const scale = fraction.length - Number(exponent);
    return (scale < 0 ? new Decimal(digits * 10n ** BigInt(-scale), 0) : new Decimal(digits, scale)).normal();
  }

  plus(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) + other.at(scale), scale).normal();
  }

  times(other: Decimal): Decimal {
    return new Decimal(this.digits * other.digits, this.scale + other.scale).normal();
  }

  negated(): Decimal { return new Decimal(-this.digits, this.scale); }

  /** Rounded half to even at 28 places; the divisor is not zero. */
  over(other: Decimal): Decimal {
    const numerator = this.digits * 10n ** BigInt(QUOTIENT_SCALE + other.scale);
    const denominator = other.digits * 10n ** BigInt(this.scale);
    return new Decimal(divideHalfEven(numerator, denominator), QUOTIENT_SCALE).normal();
  }

  remainder(other: Decimal): Decimal {
    const scale = Math.max(this.scale, other.scale);
    return new Decimal(this.at(scale) % other.at(scale), scale).normal();
  }

  compare(other: Decimal): number {
    const scale = Math.max(this.scale, other.scale);
    const difference = this.at(scale) - other.at(scale);
    return difference === 0n ? 0 : difference < 0n ? -1 : 1;
  }

  toNumber(): number { return Number(this.toString()); }
  toJSON(): number { return this.toNumber(); }

  toString(): string {
    if (this.scale === 0) return String(this.digits);
    const negative = this.digits < 0n;
    const text = String(negative ? -this.digits : this.digits).padStart(this.scale + 1, "0");
    return `${negative ? "-" : ""}${text.slice(0, -this.scale)}.${text.slice(-this.scale)}`;
  }

  private at(scale: number): bigint { return this.digits * 10n ** BigInt(scale - this.scale); }

  private normal(): Decimal {
    let { digits, scale } = this;
    while (scale > 0 && digits % 10n === 0n) { digits /= 10n; scale -= 1; }
    return new Decimal(digits, scale);
  }
}

function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  const twice = absolute((numerator % denominator) * 2n);
  const size = absolute(denominator);
  const up = twice > size || (twice === size && quotient % 2n !== 0n);
  if (!up) return quotient;
  return quotient + ((numerator < 0n) === (denominator < 0n) ? 1n : -1n);
}

function absolute(value: bigint): bigint { return value < 0n ? -value : value; }
