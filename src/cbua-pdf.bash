# Completion for bash: commands, options, templates, themes, files.
_cbua_pdf()
{
	local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} words=
	case $before in
	-t | --template) words=$(cbua-pdf templates 2>/dev/null | sed -n 's/^\([a-z][a-z-]*\)$/\1/p') ;;
	--theme) words=$(cbua-pdf themes 2>/dev/null | sed -n 's/^\([^ ][^ ]*\) .*/\1/p') ;;
	--dump) words='fo pages' ;;
	--pdf) words='none 1b 2a 2b 2u 3a 3b 3u' ;;
	*)
		if [[ $word == -* ]]; then
			words=$(cbua-pdf $([ "$COMP_CWORD" -gt 1 ] && [[ ${COMP_WORDS[1]} =~ ^[a-z-]+$ ]] && echo "${COMP_WORDS[1]}" || echo render) --help 2>/dev/null |
				grep -oE -- '--[a-z][a-z-]+')
		elif [ "$COMP_CWORD" = 1 ]; then
			words=$(cbua-pdf --help 2>/dev/null | sed -n 's/^  \([a-z][a-z-]*\)  .*/\1/p')
		fi
		;;
	esac
	mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o default -F _cbua_pdf cbua-pdf
