# findings

# --- print ---

print-layout = The print layout has a mistake: { $detail }
    .help = Mend the layout in the theme’s folder at this place, or remove the file: the built-in layout is used then. Sheet: { $output }.
    .explain =
        Posters and acts are set by Typst with the layouts of the theme (folder print). A layout
        that cannot be set gives no sheet; a warning of Typst does not stop the build. Mostly the
        reason is a change of the layout. If a character is named that no font has, replace it in
        the text or add a font that has it to the theme’s folder fonts.
print-font = The font file cannot be read.
    .help = Put a sound TTF or OTF file into the theme’s folder fonts, or remove this one.
    .explain =
        Sheets are set with the fonts in the theme’s folder fonts only: fonts of the computer are
        not used, so that sheets are the same everywhere.
