import Optimization

/// Terms of several rows or columns as GLPK reads them: one after the other, counted from 1.
struct SparseBatch {
  /// The entries of part k (from 1) are `starts[k] + 1 ... starts[k + 1]`.
  private(set) var starts: [Int32] = [0, 0]
  private(set) var indices: [Int32] = [0]
  private(set) var coefficients: [Double] = [0]

  /// Lays out parts whose indices count from 0.
  init(_ parts: some Collection<[LinearModel.Term]>) {
    let count = parts.reduce(0) { $0 + $1.count }
    starts.reserveCapacity(parts.count + 2)
    indices.reserveCapacity(count + 1)
    coefficients.reserveCapacity(count + 1)
    for part in parts {
      for term in part {
        indices.append(Int32(term.index + 1))
        coefficients.append(term.coefficient)
      }
      starts.append(Int32(indices.count - 1))
    }
  }
}

extension Array {
  /// The elements behind one that GLPK does not read.
  init(fromOne elements: some Sequence<Element>, blank: Element) {
    self = [blank]
    self.append(contentsOf: elements)
  }
}
