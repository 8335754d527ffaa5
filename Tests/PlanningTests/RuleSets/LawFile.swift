/// The sentences of a file of rules, each with the entry that it stands above.
///
/// What stands above an entry, up to `Note:`, is what the entry demands. Comments elsewhere are the head of the file and
/// what begins with `Left out`.
struct LawFile {
  /// What a sentence is about: the shift kind or the rule of that number, from 0.
  enum Place: Hashable {
    case kind(Int)
    case rule(Int)
  }

  struct Sentence: Hashable {
    let text: String
    let place: Place
  }

  private(set) var sentences: [Sentence] = []
  /// Entries, in the order of the file.
  private(set) var places: [Place] = []
  /// Comments that are of none of these sorts.
  private(set) var strays: [String] = []

  private var section = ""
  private var comment: [String] = []
  private var isLeftOut = false

  init(_ text: String) {
    for line in text.split(separator: "\n").map(String.init) { read(line) }
    strays += comment
  }

  private mutating func read(_ line: String) {
    let content = line.drop { $0 == " " }
    if content.hasPrefix("#") {
      readComment(content.dropFirst().drop { $0 == " " }, isIndented: line.hasPrefix("  "))
    } else if content.hasPrefix("- ") {
      readEntry()
    } else if !line.hasPrefix(" ") {
      strays += comment
      comment = []
      section = String(line.prefix { $0 != ":" })
    }
  }

  private mutating func readComment(_ text: Substring, isIndented: Bool) {
    if isIndented {
      comment.append(String(text))
    } else if !section.isEmpty {
      isLeftOut = isLeftOut || text.hasPrefix("Left out")
      if !isLeftOut { strays.append(String(text)) }
    }
  }

  private mutating func readEntry() {
    let isKind = section == "shift_kinds"
    let count = places.count { if case .kind = $0 { isKind } else { !isKind } }
    let place = isKind ? Place.kind(count) : .rule(count)
    places.append(place)
    let block = comment.joined(separator: " ")
    comment = []
    let demand = block.split(separator: "Note:", maxSplits: 1, omittingEmptySubsequences: false)[0]
    var text = ""
    for word in demand.split(separator: " ") {
      text += (text.isEmpty ? "" : " ") + word
      guard word.hasSuffix(".") else { continue }
      sentences.append(Sentence(text: text, place: place))
      text = ""
    }
    if !text.isEmpty { strays.append(text) }
  }
}
