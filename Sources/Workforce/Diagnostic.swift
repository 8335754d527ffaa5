/// Something wrong, or worth knowing, in the user's data.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How serious it is.
  public enum Severity: String, Sendable {
    /// The data cannot be used.
    case error
    /// The data can be used, but someone should look.
    case warning
    /// A choice that was made for the user.
    case note
  }

  /// How serious it is.
  public var severity: Severity
  /// The file, as the user named it; empty when none.
  public var file: String
  /// The line, from 1; `nil` when the whole file is meant.
  public var line: Int?
  /// What is wrong, with names and values.
  public var message: String
  /// What would be accepted and what to do next.
  public var suggestion: String

  /// Makes a finding.
  public init(
    _ severity: Severity = .error,
    file: String,
    line: Int? = nil,
    message: String,
    suggestion: String
  ) {
    self.severity = severity
    self.file = file
    self.line = line
    self.message = message
    self.suggestion = suggestion
  }

  /// `file:line: what`, then what to do on a line of its own; warnings and notes say so.
  public var description: String {
    let place = file.isEmpty ? "" : file + (line.map { ":\($0)" } ?? "") + ": "
    let kind = severity == .error ? "" : severity.rawValue + ": "
    return place + kind + message + (suggestion.isEmpty ? "" : "\n" + suggestion)
  }
}

/// What came of reading the user's data: a value, or findings that forbid one.
public struct Loaded<Value: Sendable>: Sendable {
  /// The value; `nil` when there are errors.
  public var value: Value?
  /// Every finding, in order of file and line.
  public var diagnostics: [Diagnostic]

  /// Makes an outcome; the value is dropped when a finding is an error.
  public init(_ value: Value?, diagnostics: [Diagnostic]) {
    self.value = diagnostics.contains { $0.severity == .error } ? nil : value
    self.diagnostics = diagnostics
  }

  /// The findings that are errors.
  public var errors: [Diagnostic] { diagnostics.filter { $0.severity == .error } }
}
