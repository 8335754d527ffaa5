import Foundation

#if canImport(FoundationXML)
import FoundationXML
#endif

/// Elements, attributes and text of a document, read by the system's own parser.
final class XMLReading: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  /// Text per element, in the order in which elements begin.
  private(set) var texts: [String] = []
  private(set) var failure: String?
  private var open: [Int] = []

  init(_ text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() {
      failure = "line \(parser.lineNumber): \(parser.parserError.map { "\($0)" } ?? "unknown")"
    }
  }

  func count(of name: String) -> Int { elements.count { $0.name == name } }

  func texts(of name: String) -> [String] {
    elements.indices.filter { elements[$0].name == name }.map { texts[$0] }
  }

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    open.append(elements.count)
    elements.append((name, attributes))
    texts.append("")
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    open.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    for index in open { texts[index] += string }
  }
}
