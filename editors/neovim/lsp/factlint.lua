return require('factlint').config
