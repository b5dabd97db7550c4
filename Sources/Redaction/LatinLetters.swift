/// The base letters of accented Latin letters, from Unicode's canonical decompositions.
///
/// Source: Unicode 14, `UnicodeData.txt`; German transcription of umlauts (DIN 5007-2).
enum LatinLetters {
  /// The first letter of each code point from U+00C0; `?` is no letter.
  static let first: StaticString = #"""
    aaaaaaaceeeeiiiidnooooo?ouuuuytsaaaaaaaceeeeiiiidnooooo?ouuuuytyaaaaaaccccccccddddee
    eeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllll??llnnnnnnnnnoooooooorrrrrrsssssssstttttt
    uuuuuuuuuuuuwwyyyzzzzzzs???????????????e????????????????oo?????????????uu???????????
    ????????dddlllnnnaaiioouuuuuuuuuu?aaaaaa??ggkkoooo??j???gg??nnaaaaooaaaaeeeeiiiioooo
    rrrruuuusstt??hh??????aaeeooooooooyy????????????????????????????
    """#

  /// The second letter of each code point from U+00C0, a dot for none.
  static let second: StaticString = #"""
    ....e.e...............e.....e.hs....e.e...............e.....e.h.....................
    ..............................jj..............................ee....................
    ....................................................................................
    ........zzzjjjjjj.....................ee........................ee..................
    ................................................................
    """#

  /// Whether each code point from U+00C0 is a capital (`U`).
  static let capital: StaticString = #"""
    UUUUUUUUUUUUUUUUUUUUUUUlUUUUUUUlllllllllllllllllllllllllllllllllUlUlUlUlUlUlUlUlUlUl
    UlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUllUlUlUlUlUlUlUlUllUlUlUlUlUlUlUlUlUlUlUlUlUlUlUl
    UlUlUlUlUlUlUlUlUUlUlUlllUUlUlUUlUUUllUUUUlUUlUUUlllUUlUUlUlUlUUlUllUlUUlUUUlUlUUlll
    UlllllllUUlUUlUUlUlUlUlUlUlUlUlUllUlUlUlUlUlUlUlUlUllUUlUlUUUlUlUlUlUlUlUlUlUlUlUlUl
    UlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlllllllUUlUUllUlUUUUlUlUlUlUl
    """#

  /// The same three from U+1E00.
  static let additional: (first: StaticString, second: StaticString, capital: StaticString) = (
    #"""
    aabbbbbbccddddddddddeeeeeeeeeeffgghhhhhhhhhhiiiikkkkkkllllllllmmmmmmnnnnnnnnoooooooo
    pppprrrrrrrrssssssssssttttttttuuuuuuuuuuvvvvwwwwwwwwwwxxxxyyzzzzzzhtwy?s??s?aaaaaaaa
    aaaaaaaaaaaaaaaaeeeeeeeeeeeeeeeeiiiioooooooooooooooooooooooouuuuuuuuuuuuuuyyyyyyyy??
    ????
    """#,
    #"""
    ....................................................................................
    ..........................................................................s.........
    ....................................................................................
    ....
    """#,
    #"""
    UlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUl
    UlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlllllllllUlUlUlUlUl
    UlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUlUl
    UlUl
    """#
  )
}
