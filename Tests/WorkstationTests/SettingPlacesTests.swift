import Terminal
import Testing
import Workstation

@Suite("Where key maps and themes come from")
struct SettingPlacesTests {
  private func places(_ files: [String: String]) -> SettingPlaces {
    SettingPlaces(environment: ["HOME": "/u"]) { path in files[path].map { Array($0.utf8) } }
  }

  @Test("without any file the program's own are there", arguments: ["default", "classic"])
  func builtIn(name: String) {
    let files = places([:]).keyMapFiles(name)
    #expect(files.last?.name == "keymaps/\(name).keys")
    #expect(files.first?.name == "keymaps/default.keys")
  }

  @Test("the user's layer lies above the system's, and a map's own file above default.keys")
  func layers() {
    let files = places([
      "/u/.config/thuthu/keymaps/default.keys": "", "/u/.config/thuthu/keymaps/classic.keys": "",
      "/etc/thuthu/keymaps/classic.keys": "",
    ]).keyMapFiles("classic")
    #expect(
      files.map(\.name) == [
        "keymaps/default.keys", "keymaps/classic.keys", "/etc/thuthu/keymaps/classic.keys",
        "/u/.config/thuthu/keymaps/default.keys", "/u/.config/thuthu/keymaps/classic.keys",
      ])
  }

  @Test("a map or theme that no place knows is not made up", arguments: ["", "none", "../themes"])
  func unknown(name: String) {
    #expect(places([:]).keyMapFiles(name).isEmpty)
    #expect(places([:]).theme(name) == nil)
  }

  @Test("of two themes with one name the nearest counts")
  func nearestTheme() {
    let own = places(["/u/.config/thuthu/themes/night.theme": "text 1"])
    #expect(own.theme("night") == Array("text 1".utf8))
    #expect(places([:]).theme("night") != own.theme("night"))
  }

  @Test("names are listed from all places, once each, the default first")
  func names() {
    let own = ["paper.theme", "blue.theme", "notes.txt", ".hidden.theme"]
    let places = SettingPlaces(
      environment: ["HOME": "/u"], read: { _ in nil },
      list: { $0 == "/u/.config/thuthu/themes" ? own : [] })
    #expect(places.themes == ["default", "blue", "high-contrast", "night", "paper"])
    #expect(places.keyMaps == ["default", "classic"])
  }

  @Test("the user's folder follows XDG_CONFIG_HOME, when that is a whole path")
  func userFolder() {
    let folders = { SettingPlaces(environment: $0) { _ in nil }.folders }
    #expect(folders(["XDG_CONFIG_HOME": "/c", "HOME": "/u"]) == ["/etc/thuthu", "/c/thuthu"])
    #expect(
      folders(["XDG_CONFIG_HOME": "c", "HOME": "/u"]) == ["/etc/thuthu", "/u/.config/thuthu"])
    #expect(folders([:]) == ["/etc/thuthu"])
  }
}
