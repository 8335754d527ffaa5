public import Interchange
import Reporting
public import Workforce

/// The files of an explanation.
public enum ExplainFiles {
  /// Their names.
  public static let names = ["explain.csv", "explain.html", "explain.json"]

  /// The table of ways or people, the page, and everything.
  public static func files(of sheet: FigureSheet) -> [OutputFile] {
    [
      OutputFile(name: names[0], bytes: SheetFile.csv(sheet)),
      OutputFile(name: names[1], text: SheetPage(page(of: sheet)).html()),
      OutputFile(name: names[2], bytes: SheetFile.json(sheet)),
    ]
  }

  /// The sheet with the tables that a terminal leaves out behind the others.
  private static func page(of sheet: FigureSheet) -> FigureSheet {
    var page = sheet
    page.tables =
      sheet.tables.filter { !$0.isForPageOnly } + sheet.tables.filter(\.isForPageOnly)
    return page
  }

  /// What a terminal shows.
  public static func text(of sheet: FigureSheet, at folder: String?) -> String {
    let root = folder.map { $0.hasSuffix("/") ? String($0.dropLast()) : $0 }
    let text = SheetText(sheet).text(file: root.map { "\($0)/\(names[2])" })
    return text + (root.map { "\nFiles: \($0)\n" } ?? "")
  }
}
