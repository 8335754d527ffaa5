import Workforce

/// Files of rules beside a scenario; a class because each file's findings are kept for the end.
final class RuleSetShelf {
  /// Opens a file and says where its findings go; `nil` bytes where it is not there.
  typealias Opener = (String) -> (bytes: [UInt8]?, findings: FileFindings)

  private let opener: Opener
  /// Whether files may be missing.
  let isPartial: Bool
  /// The findings of all files that were opened, in order.
  private(set) var findings: [FileFindings] = []

  init(isPartial: Bool = false, _ opener: @escaping Opener) {
    self.isPartial = isPartial
    self.opener = opener
  }

  /// No files at all.
  static var none: RuleSetShelf { RuleSetShelf { (nil, FileFindings(file: $0)) } }

  /// Opens a file.
  func open(_ name: String) -> (bytes: [UInt8]?, findings: FileFindings) {
    let file = opener(name)
    findings.append(file.findings)
    return file
  }
}
