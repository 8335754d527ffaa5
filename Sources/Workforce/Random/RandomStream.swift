public import Foundation

/// A stream of random numbers, fixed by a seed and a name: the same on every machine and in every
/// version.
///
/// SplitMix64 (Steele, Lea & Flood 2014).
public struct RandomStream: Sendable {
  @usableFromInline var state: UInt64

  /// Makes the stream of a seed and a name.
  public init(seed: UInt64, name: String) {
    // FNV-1a over the name, mixed with the seed.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    state = Self.mix(seed &+ 0x9e37_79b9_7f4a_7c15) ^ Self.mix(hash)
  }

  /// Makes the stream of a seed, a name and keys, such as (replication, queue, interval, ordinal).
  public init(seed: UInt64, name: String, keys: Int...) {
    self.init(seed: seed, name: name)
    for key in keys {
      state = Self.mix(state ^ (UInt64(bitPattern: Int64(key)) &+ 0x9e37_79b9_7f4a_7c15))
    }
  }

  /// The stream of one key more: `RandomStream(seed: s, name: n, keys: a).keyed(by: b)` is
  /// `RandomStream(seed: s, name: n, keys: a, b)`.
  ///
  /// For a stream that has not been drawn from; cheap enough for inner loops.
  @inlinable
  public func keyed(by key: Int) -> RandomStream {
    var stream = self
    stream.state = Self.mix(state ^ (UInt64(bitPattern: Int64(key)) &+ 0x9e37_79b9_7f4a_7c15))
    return stream
  }

  /// Mixes 64 bits so that every input bit moves about half of the output bits.
  @inlinable
  public static func mix(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// The next 64 random bits.
  @inlinable
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return Self.mix(state)
  }

  /// A number in [0, 1), 53 random bits.
  @inlinable
  public mutating func unit() -> Double { Double(Int64(next() >> 11)) * 0x1p-53 }

  /// A number in (0, 1], for logarithms.
  @inlinable
  public mutating func openUnit() -> Double { 1 - unit() }

  /// A whole number in `0..<bound`; `bound` must be above 0.
  ///
  /// The bias is below 2⁻⁶⁴·bound.
  public mutating func below(_ bound: Int) -> Int {
    precondition(bound > 0, "a bound must be above zero")
    return Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// An exponential number with mean 1.
  @inlinable
  public mutating func exponential() -> Double { -log(openUnit()) }

  /// A standard normal number (Box & Muller 1958, one of the pair).
  @inlinable
  public mutating func normal() -> Double {
    let radius = (-2 * log(openUnit())).squareRoot()
    return radius * cos(2 * .pi * unit())
  }

  /// A gamma number with mean 1 and the given shape, above 0 (Marsaglia & Tsang 2000).
  public mutating func gammaOfMeanOne(shape: Double) -> Double {
    precondition(shape > 0, "a gamma shape must be above zero")
    let boosted = shape < 1 ? shape + 1 : shape
    let d = boosted - 1 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = 1 + c * x
      guard v > 0 else { continue }
      let cube = v * v * v
      if log(openUnit()) < 0.5 * x * x + d - d * cube + d * log(cube) {
        let boost = shape < 1 ? pow(openUnit(), 1 / shape) : 1
        return d * cube * boost / shape
      }
    }
  }

  /// A Poisson count with the given mean, at least 0.
  ///
  /// Above 30 it is split into a sum over parts of at most 30, so the time grows with the mean.
  public mutating func poisson(mean: Double) -> Int {
    precondition(mean >= 0 && mean.isFinite, "a Poisson mean must be finite and not negative")
    var count = 0
    var rest = mean
    while rest > 0 {
      let part = min(rest, 30)
      let limit = exp(-part)
      var product = openUnit()
      while product > limit {
        count += 1
        product *= openUnit()
      }
      rest -= part
    }
    return count
  }

  /// Puts elements in random order (Fisher & Yates).
  public mutating func shuffle<Element>(_ elements: inout [Element]) {
    guard elements.count > 1 else { return }
    for index in stride(from: elements.count - 1, through: 1, by: -1) {
      elements.swapAt(index, below(index + 1))
    }
  }
}
