import Testing

@testable import Workstation

@Suite struct TypedPathTests {
  @Test(
    "a path is the folder and the beginning of a name; one pasted behind a folder begins anew",
    arguments: [
      ("/srv/sach/vie.m", "/srv/sach/", "vie.m"), ("/srv/", "/srv/", ""), ("/", "/", ""),
      ("/srv/thu/" + "/media/usb/vie.mrc", "/media/usb/", "vie.mrc"), ("//", "/", ""),
      ("/a//b//c", "/", "c"),
    ])
  func typed(text: String, folder: String, prefix: String) {
    let path = TypedPath(text)
    #expect(path.folder == folder && path.prefix == prefix)
  }
}
