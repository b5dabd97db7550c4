extension Words {
  /// Names that are taken for names although ordinary words are spelled the same.
  ///
  /// 131 words, front-coded (`Words`). Made by `scripts/gazetteer/make.py`.
  static let sureNames: StaticString = #"""
    0Adamek2ele2rian1lbert2lan1mir1ndre5s2gel1rmin0Baptist1ecker4mann2hr1loomberg1osch1runhild8e
    1urda3ghardt0Chaplin2ristian7n2urchill1urie0Danton1ietrich2sney0Emir1scher1uler0Frank5enstei
    n4z0Gabriel1eorg1otthelf4lob2ya1uggenheim2nther2tenberg0Hamed2ns2uff1egel2idi2mingway1itchco
    ck1offmann2rst1uber0Ion1ris0Jade2hn2sper1ette1ohann0Kasper2wasaki1epler1irchhoff2ssinger1ret
    schmann2üger1urt0Lehmann1iane1ore1uke1öffler0Malte2nne2rgarita3ia4na2ttes2x3ime1eier2ndel2rc
    k3kel1ichel1umm1öller0Nick0Phoebe1icasso1lanck0Redford3mond2ineke1ichelieu2emann1ockefeller2
    man3mel2sa2thschild1uby0Sally2ng2ul1charping3midt3neiders3olz3röder3ubert4lz4macher1eidel2ri
    fe1hakespeare1imon2natra1teinway2oiber0Tamer1heodor1raute0Urban0Volker3lmer0Wallenstein2rhol
    2shington1olff0Zimmermann
    """#
}
