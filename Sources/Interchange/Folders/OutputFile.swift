/// A file to be written: its name below a folder, and its content.
public struct OutputFile: Hashable, Sendable {
  /// The path below the folder; parts are separated by `/`.
  public var name: String
  /// The content.
  public var bytes: [UInt8]

  /// Makes a file of bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// Makes a file of text, in UTF-8.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }
}
