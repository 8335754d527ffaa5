import Workforce

extension Problem {
  static func noHeader(_ columns: [String]) -> Problem {
    Problem("the file is empty.", "Begin it with the header \(columns.joined(separator: ",")).")
  }

  static func separator(_ what: String) -> Problem {
    Problem("the header has \(what) and no comma.", "Save the file with commas between the fields.")
  }

  static func unknownColumn(_ name: String, unused: [String], known: [String]) -> Problem {
    Problem(
      "unknown column '\(name)'.",
      Suggestion.didYouMean(name, among: unused)
        + "The columns are: \(known.joined(separator: ", "))."
    )
  }

  static func missingColumn(_ name: String, header: [String]) -> Problem {
    Problem(
      "the column '\(name)' is missing.",
      "Add it to the header; the file has: \(header.joined(separator: ", "))."
    )
  }

  static func duplicateColumn(_ name: String) -> Problem {
    Problem("the column '\(name)' occurs more than once.", "Keep one of them.")
  }

  static func fieldCount(_ count: Int, header: [String]) -> Problem {
    let fields = count == 1 ? "1 field" : "\(count) fields"
    return Problem(
      "the row has \(fields) but the header has \(header.count).",
      count > header.count
        ? "Put quotes around a field that holds a comma, or remove what is too much."
        : "Write a field for each of: \(header.joined(separator: ", "))."
    )
  }

  static func csvFault(_ fault: CSVScanner.Fault) -> Problem {
    switch fault {
    case .unterminatedQuote:
      Problem(
        "a quote opens a field and none closes it before the end of the file.",
        "Close the field with a quote; write a quote inside a field as two. "
          + "The lines after this one were not read."
      )
    case .textAfterQuote:
      Problem(
        "text follows the closing quote of a field.",
        "End the field after the quote; write a quote inside a field as two."
      )
    case .strayQuote:
      Problem(
        "a quote stands inside a field that does not begin with one.",
        "Put quotes around the whole field and write a quote inside it as two."
      )
    }
  }

  static let utf16 = Problem("the file is in UTF-16.", "Save it as UTF-8.")

  static func invalidUTF8(_ byte: UInt8) -> Problem {
    let hex = String(byte, radix: 16, uppercase: true)
    return Problem(
      "the byte 0x\(hex.count == 1 ? "0" : "")\(hex) is not UTF-8 text.",
      "Save the file as UTF-8. Its lines were not read."
    )
  }
}
