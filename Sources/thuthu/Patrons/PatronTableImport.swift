import LibraryCore
import LibraryStore
import VietnameseText

/// How a table of patrons is taken or looked at.
struct PatronTableImport {
  var mapping: [PatronMapping.Wish]
  /// Whether patrons who are there already are changed.
  var updates: Bool
  var bringsAddressesUp: Bool
  var mending: TextMending
  var isPreview: Bool

  /// Takes the table, or looks at it; beside the outcome stands how many addresses were brought up to date.
  func run(
    _ source: PatronTableSource, at desk: Desk,
    progress: (_ done: Int, _ total: Int) -> Bool = { _, _ in true }
  ) throws -> (outcome: PatronImportOutcome, addresses: Int) {
    let today = desk.today
    var addresses = 0
    func prepare(_ draft: inout PatronDraft) {
      guard bringsAddressesUp else { return }
      for case .addressBroughtUp in draft.settled(on: today, bringsAddressUp: true) {
        addresses += 1
      }
    }
    let outcome =
      isPreview
      ? try desk.previewPatrons(
        from: source, mapping: .headings(mapping), changesKnown: updates, mending,
        prepare: prepare, progress: progress)
      : try desk.importPatrons(
        from: source, mapping: .headings(mapping), changesKnown: updates, mending,
        prepare: prepare, progress: progress)
    return (outcome, addresses)
  }
}
