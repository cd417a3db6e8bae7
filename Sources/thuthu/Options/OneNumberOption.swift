import ArgumentParser
import LibraryStore

/// Says that a card and a copy are meant to bear the same number.
struct OneNumberOption: ParsableArguments {
  @Flag(
    name: .customLong("share-number"),
    help: .say(
      vi: "Vẫn dùng số này dù thẻ và sách trùng số.",
      en: "Use the number though a card and a copy both have it."))
  var sharesNumber = false

  func applied(to desk: Desk) -> Desk { desk.sharingNumbers(sharesNumber) }
}
