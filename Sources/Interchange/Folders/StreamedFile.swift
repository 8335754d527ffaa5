/// A file to be written whose content is made while it is written, piece by piece.
public struct StreamedFile {
  /// The path below the folder; parts are separated by `/`.
  public var name: String
  /// Gives the content to its argument, in pieces.
  public var content: (_ write: ([UInt8]) throws -> Void) throws -> Void

  /// Makes a file.
  public init(
    name: String,
    content: @escaping (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) {
    self.name = name
    self.content = content
  }

  /// A file whose content is there already.
  init(_ file: OutputFile) {
    self.init(name: file.name) { write in try write(file.bytes) }
  }
}
