//! Twelve traditional colours, each with the pale ground that lets its thread be seen.

/// An RGB colour.
pub(super) type Rgb = [u8; 3];

/// 日本の伝統色, in their customary values, chosen to be told apart at 48 pixels.
pub(super) const TRADITIONAL: [Rgb; 12] = [
    [0x56, 0x54, 0xA2], // 桔梗 kikyo, bellflower
    [0xF8, 0xB5, 0x00], // 山吹 yamabuki, kerria
    [0xB0, 0xC4, 0x1F], // 若草 wakakusa, young grass, a little deeper than usual for the pale ground
    [0x00, 0xA3, 0xAF], // 浅葱 asagi, pale leek
    [0xB7, 0x28, 0x2E], // 茜 akane, madder
    [0xA5, 0x9A, 0xCA], // 藤紫 fujimurasaki, wisteria
    [0x00, 0x7B, 0x43], // 常磐 tokiwa, evergreen
    [0xED, 0x6D, 0x3D], // 柿 kaki, persimmon
    [0x16, 0x5E, 0x83], // 藍 ai, indigo
    [0xE7, 0x60, 0x9E], // 牡丹 botan, peony
    [0x4C, 0x6C, 0xB3], // 群青 gunjo, ultramarine
    [0x91, 0x73, 0x47], // 朽葉 kuchiba, fallen leaves
];

/// The ground: a breath of the colour on the paper of the pages.
pub(super) fn ground(colour: Rgb) -> Rgb {
    mix(colour, [0xFB, 0xF9, 0xF4], 20)
}

/// The second thread: the same colour in shade.
pub(super) fn shade(colour: Rgb) -> Rgb {
    mix(colour, [0x2B, 0x2A, 0x28], 60)
}

/// `percent` of `a`, the rest of `b`.
pub(super) fn mix(a: Rgb, b: Rgb, percent: u32) -> Rgb {
    [0, 1, 2].map(|i| ((u32::from(a[i]) * percent + u32::from(b[i]) * (100 - percent) + 50) / 100) as u8)
}
