/// Changes the length of intervals and keeps every total.
///
/// Longer intervals are split: the rate runs in a straight line through the interval, with the
/// slope of its neighbors limited so that no new peak arises and nothing falls below zero
/// (van Leer 1977), and closed parts get nothing while another part is open. Shorter ones are added
/// up. Lengths that do not divide each other (10 and 15 minutes) are split to their common divisor
/// and added up.
public enum IntervalConversion {
  /// Splits successive intervals into `parts` each; an unknown interval has unknown parts.
  ///
  /// `isOpen` says for each part whether it is open.
  public static func split(_ values: [Double?], parts: Int, isOpen: [Bool]) -> [Double?] {
    guard parts > 1 else { return values }
    var result: [Double?] = []
    result.reserveCapacity(values.count * parts)
    for index in values.indices {
      guard let value = values[index] else {
        result.append(contentsOf: repeatElement(nil, count: parts))
        continue
      }
      let before = index > 0 ? values[index - 1] : nil
      let after = index + 1 < values.count ? values[index + 1] : nil
      let slope = limitedSlope(before, value, after)
      let open = Array(isOpen[(index * parts)..<((index + 1) * parts)])
      result.append(contentsOf: shares(of: value, slope: slope, isOpen: open).map { $0 })
    }
    return result
  }

  /// Adds up runs of `parts` intervals; unknown when one of them is.
  ///
  /// `values.count` is a multiple of `parts`.
  public static func merge(_ values: [Double?], parts: Int) -> [Double?] {
    guard parts > 1 else { return values }
    return stride(from: 0, to: values.count, by: parts).map { start in
      values[start..<(start + parts)].reduce(Double?(0)) { sum, value in
        guard let sum, let value else { return nil }
        return sum + value
      }
    }
  }

  /// The change over an interval that neither neighbor exceeds: van Leer's harmonic mean.
  private static func limitedSlope(_ before: Double?, _ value: Double, _ after: Double?) -> Double {
    guard let before, let after else { return 0 }
    let left = value - before
    let right = after - value
    guard left * right > 0 else { return 0 }
    let slope = 2 * left * right / (left + right)
    return min(max(slope, -2 * value), 2 * value)
  }

  private static func shares(of value: Double, slope: Double, isOpen: [Bool]) -> [Double] {
    let parts = Double(isOpen.count)
    let line = isOpen.indices.map { part in
      max(0, value + slope * ((Double(part) + 0.5) / parts - 0.5)) / parts
    }
    guard isOpen.contains(true), isOpen.contains(false) else { return line }
    let openSum = zip(line, isOpen).reduce(0) { $0 + ($1.1 ? $1.0 : 0) }
    let openCount = Double(isOpen.filter { $0 }.count)
    return zip(line, isOpen).map { part, open in
      guard open else { return 0 }
      return openSum > 0 ? part / openSum * value : value / openCount
    }
  }
}

/// The greatest common divisor of two positive numbers.
func greatestCommonDivisor(_ left: Int, _ right: Int) -> Int {
  var (larger, smaller) = (left, right)
  while smaller != 0 { (larger, smaller) = (smaller, larger % smaller) }
  return larger
}
